package com.sessionanalyzer.intake;

import java.util.List;

/** The door of the log: publishes a post whole, and counts what became of its records. */
public final class Intake {

    private final RecordLog log;
    private final IntakeCounts counts;

    public Intake(RecordLog log, IntakeCounts counts) {
        this.log = log;
        this.counts = counts;
    }

    /**
     * Publishes all entries or none.
     *
     * @return the place of each entry, in their order
     * @throws LogUnavailableException when the log did not confirm in time
     */
    public List<Place> accept(List<Entry> entries) {
        List<Place> places = append(entries);
        entries.forEach(entry -> counts.count(entry.channel(), entry.fate()));
        return places;
    }

    private List<Place> append(List<Entry> entries) {
        try {
            return log.append(entries.stream().map(Entry::message).toList());
        } catch (LogUnavailableException unavailable) {
            counts.countUnavailable();
            throw unavailable;
        }
    }
}
