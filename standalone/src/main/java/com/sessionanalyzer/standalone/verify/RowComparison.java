package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares rows with records, field by field, some of both at a time. */
final class RowComparison {

    private final Differences differences;
    private final Map<UUID, SessionRecord> missing = new HashMap<>();
    private long expected;
    private long compared;

    RowComparison(Differences differences) {
        this.differences = differences;
    }

    /** Adds records of which the rows follow, before {@link #endOfBucket()}. */
    void expect(Collection<SessionRecord> records) {
        records.forEach(session -> missing.put(session.id(), session));
        expected += records.size();
    }

    /** Compares what a row says, as {@link SessionRowFields} has it. */
    void compare(UUID id, byte[] row) {
        compared++;
        SessionRecord session = missing.remove(id);
        if (session == null) {
            differences.add(
                    "row " + id,
                    "nothing",
                    "a row of " + SessionRowFields.values(row).get(0));
            return;
        }
        byte[] fields = SessionRowFields.of(session);
        if (!Arrays.equals(fields, row)) {
            compare(id, SessionRowFields.values(fields), SessionRowFields.values(row));
        }
    }

    private void compare(UUID id, List<String> wanted, List<String> found) {
        for (int field = 0; field < wanted.size(); field++) {
            if (!wanted.get(field).equals(found.get(field))) {
                differences.add(
                        "row " + id + " " + SessionRowFields.NAMES.get(field), wanted.get(field), found.get(field));
            }
        }
    }

    /** Counts every expected record that has had no row. */
    void endOfBucket() {
        missing.keySet().forEach(id -> differences.add("row " + id, "a record", "nothing"));
        missing.clear();
    }

    /** How many records were expected to have a row. */
    long expected() {
        return expected;
    }

    /** How many rows were compared. */
    long compared() {
        return compared;
    }
}
