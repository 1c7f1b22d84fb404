package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.schema.session.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why records were rejected: how many of them by field and rule, as in {@code region:required}. */
public final class Reasons {

    private Reasons() {}

    /** The reasons of all that were rejected. */
    public static Map<String, Long> of(List<Parsed> parsed) {
        return parsed.stream()
                .filter(Parsed.Rejected.class::isInstance)
                .flatMap(rejected -> ((Parsed.Rejected) rejected)
                        .violations().stream().map(Reasons::of).distinct())
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    }

    private static String of(Violation violation) {
        return violation.field() + ":" + violation.rule();
    }

    /** Both together. */
    public static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return sum;
    }
}
