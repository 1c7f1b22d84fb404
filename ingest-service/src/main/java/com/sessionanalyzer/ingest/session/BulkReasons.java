package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.session.Reasons;
import com.sessionanalyzer.schema.session.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rejected records by each rule that they break, as they come. */
final class BulkReasons {

    private final Map<String, Long> counts = new TreeMap<>();

    BulkReasons(Map<String, Long> before) {
        counts.putAll(before);
    }

    /** Counts a record that breaks these rules. */
    void add(List<Violation> violations) {
        Reasons.count(counts, violations);
    }

    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
