package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.query.session.SessionTotals;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a change moved, each before and after it. They are what the pages show, so what else happened at that
 * time is in them too; the difference is of this change alone.
 *
 * @param settled whether the numbers after were read from the cube; otherwise they are those before and the difference
 */
record Moved(
        boolean settled,
        SortedMap<String, List<Long>> numbers,
        SortedMap<String, List<Long>> regions,
        SortedMap<String, List<Long>> sources,
        SortedMap<String, List<Long>> destinations,
        Difference difference) {

    /** What moved, when the numbers before it are known. */
    static @Nullable Moved of(@Nullable SessionTotals before, @Nullable SessionTotals after, Difference difference) {
        if (before == null) {
            return null;
        }
        return new Moved(
                after != null,
                pairs(before.numbers(), after == null ? null : after.numbers(), difference.numbers()),
                pairs(before.regions(), after == null ? null : after.regions(), difference.regions()),
                pairs(before.sources(), after == null ? null : after.sources(), difference.sources()),
                pairs(before.destinations(), after == null ? null : after.destinations(), difference.destinations()),
                difference);
    }

    private static SortedMap<String, List<Long>> pairs(
            Map<String, Long> before, @Nullable Map<String, Long> after, Map<String, Long> difference) {
        SortedMap<String, List<Long>> pairs = new TreeMap<>();
        difference.forEach((name, moved) -> {
            long was = before.getOrDefault(name, 0L);
            pairs.put(name, List.of(was, after == null ? was + moved : after.getOrDefault(name, 0L)));
        });
        return pairs;
    }
}
