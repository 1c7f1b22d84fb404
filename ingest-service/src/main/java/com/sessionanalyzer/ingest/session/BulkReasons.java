package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.schema.session.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rejected records by each rule that they break, as in {@code region:required}. Senders make up names of fields, so there
 * are not more than so many reasons.
 */
final class BulkReasons {

    private static final int MAX = 200;
    private static final String OTHER = "record:other";

    private final Map<String, Long> counts = new TreeMap<>();

    BulkReasons(Map<String, Long> before) {
        counts.putAll(before);
    }

    /** Counts a record that breaks these rules. */
    void add(List<Violation> violations) {
        violations.stream()
                .map(violation -> violation.field() + ":" + violation.rule())
                .map(reason -> counts.size() < MAX || counts.containsKey(reason) ? reason : OTHER)
                .distinct()
                .forEach(reason -> counts.merge(reason, 1L, Long::sum));
    }

    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
