package com.sessionanalyzer.query.cube;

import static java.util.Map.Entry.comparingByKey;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The one order of counts everywhere: the largest first, then by name; zeros are left out. */
public final class Ranking {

    private Ranking() {}

    public static <K extends Comparable<K>> Map<K, Long> of(Map<K, Long> counts) {
        Map<K, Long> ranked = new LinkedHashMap<>();
        counts.entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .sorted(Ranking.<K>order())
                .forEach(count -> ranked.put(count.getKey(), count.getValue()));
        return Collections.unmodifiableMap(ranked);
    }

    static Map<String, Long> of(long[] counts, IntFunction<String> name) {
        Map<String, Long> named = new HashMap<>();
        for (int code = 0; code < counts.length; code++) {
            named.put(name.apply(code), counts[code]);
        }
        return of(named);
    }

    private static <K extends Comparable<K>> Comparator<Map.Entry<K, Long>> order() {
        return Collections.reverseOrder(Map.Entry.<K, Long>comparingByValue()).thenComparing(comparingByKey());
    }
}
