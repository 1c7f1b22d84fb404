package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.schema.session.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why records were rejected: how many of them by field and rule, as in {@code region:required}. There are not more than so
 * many reasons.
 */
public final class Reasons {

    private static final int MAX = 200;
    private static final String OTHER = "record:other";

    private Reasons() {}

    /** The reasons of all that were rejected. */
    public static Map<String, Long> of(List<Parsed> parsed) {
        Map<String, Long> reasons = new TreeMap<>();
        parsed.stream()
                .filter(Parsed.Rejected.class::isInstance)
                .forEach(rejected -> count(reasons, ((Parsed.Rejected) rejected).violations()));
        return reasons;
    }

    /** Counts a record that breaks these rules. */
    public static void count(Map<String, Long> reasons, List<Violation> violations) {
        violations.stream()
                .map(violation -> bounded(reasons, reason(violation)))
                .distinct()
                .forEach(reason -> reasons.merge(reason, 1L, Long::sum));
    }

    /** Senders make up names of fields, so these are one reason. */
    private static String reason(Violation violation) {
        String field = violation.rule().equals(SessionJson.UNKNOWN_FIELD) ? Findings.RECORD : violation.field();
        return field + ":" + violation.rule();
    }

    /** Both together. */
    public static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((reason, count) -> sum.merge(bounded(sum, reason), count, Long::sum));
        return sum;
    }

    private static String bounded(Map<String, Long> reasons, String reason) {
        return reasons.size() < MAX || reasons.containsKey(reason) ? reason : OTHER;
    }
}
