package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Compares rows with records, field by field. */
final class RowComparison {

    private final Differences differences;
    private final Map<UUID, SessionRecord> missing = new HashMap<>();
    private long compared;

    RowComparison(Collection<SessionRecord> expected, Differences differences) {
        this.differences = differences;
        expected.forEach(session -> missing.put(session.id(), session));
    }

    void compare(UUID id, Map<String, Object> row) {
        compared++;
        SessionRecord session = missing.remove(id);
        if (session == null) {
            differences.add("row " + id, "nothing", "a row of " + row.get("customer"));
            return;
        }
        SessionRowFields.of(session).forEach((field, expected) -> {
            Object found = row.getOrDefault(field, "nothing");
            if (!expected.equals(found)) {
                differences.add("row " + id + " " + field, expected, found);
            }
        });
    }

    /** Counts every record that has no row; answers how many rows were compared. */
    long finish() {
        missing.keySet().forEach(id -> differences.add("row " + id, "a record", "nothing"));
        return compared;
    }
}
