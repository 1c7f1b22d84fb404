package com.sessionanalyzer.query.session.receipt;

import static java.util.Comparator.comparing;

import com.sessionanalyzer.query.session.receipt.HistoryRows.Line;
import com.sessionanalyzer.query.session.receipt.Receipt.Change;
import com.sessionanalyzer.query.session.receipt.Receipt.Entry;
import com.sessionanalyzer.query.session.receipt.Receipt.Logged;
import com.sessionanalyzer.query.session.receipt.Receipt.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record from its recording to its end: the places in the log, and what the audit log says of them. What has been compacted
 * away has no place any more, but still its time, and who did it.
 *
 * @param entries the oldest first
 */
record RecordHistory(List<Entry> entries) {

    private static final String CORRECTED = "record.corrected";
    private static final String RECORDED = "recorded";

    /**
     * Of a record.
     *
     * @param lines    the oldest first
     * @param changes  that the audit log knows
     * @param received null when that is not known any more
     * @param end      the tombstone that deleted it; null when it is there
     */
    static RecordHistory of(List<Line> lines, List<Change> changes, @Nullable Received received, @Nullable Logged end) {
        List<Entry> entries = new ArrayList<>();
        lines.forEach(line -> entries.add(entry(line, changes, end)));
        changes.stream()
                .filter(change -> change.action().equals(CORRECTED) && !isIn(entries, change.revision()))
                .forEach(change -> entries.add(
                        new Entry("corrected", change.revision(), change.actor(), Logged.compactedAway(change.at()))));
        if (received != null && !isIn(entries, 0)) {
            entries.add(new Entry(RECORDED, 0, null, Logged.compactedAway(received.at())));
        }
        entries.sort(comparing(entry -> entry.logged().at()));
        return new RecordHistory(entries);
    }

    private static Entry entry(Line line, List<Change> changes, @Nullable Logged end) {
        if (line.revision() == null) {
            boolean last = line.logged().equals(end);
            return new Entry(
                    last ? "deleted" : "moved",
                    null,
                    actor(line, last ? "record.deleted" : CORRECTED, changes),
                    line.logged());
        }
        return line.revision() == 0
                ? new Entry(RECORDED, 0, null, line.logged())
                : new Entry("corrected", line.revision(), actor(line, CORRECTED, changes), line.logged());
    }

    private static @Nullable String actor(Line line, String action, List<Change> changes) {
        if (line.actor() != null) {
            return line.actor();
        }
        return changes.stream()
                .filter(change -> change.action().equals(action))
                .filter(change -> !action.equals(CORRECTED) || Objects.equals(change.revision(), line.revision()))
                .map(Change::actor)
                .findFirst()
                .orElse(null);
    }

    private static boolean isIn(List<Entry> entries, @Nullable Integer revision) {
        return entries.stream().anyMatch(entry -> Objects.equals(entry.revision(), revision));
    }

    /** Its first version; null when nothing is known of it. */
    @Nullable
    Logged recorded() {
        return entries.stream()
                .filter(entry -> entry.what().equals(RECORDED))
                .map(Entry::logged)
                .findFirst()
                .orElse(null);
    }

    /** Its end; null when it is there. */
    @Nullable
    Entry deleted() {
        return entries.stream()
                .filter(entry -> entry.what().equals("deleted"))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
