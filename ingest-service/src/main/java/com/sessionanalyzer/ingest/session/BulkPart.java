package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.Entry;
import com.sessionanalyzer.intake.Fate;
import java.util.List;
import java.util.function.Consumer;

/**
 * A piece of the content that was read.
 *
 * @param firstItem   index of its first record in the whole content, from 0
 * @param outcomes    of its records, in their order
 * @param entries     the message of each, in the same order
 * @param endByte     bytes of the content up to its end
 * @param endLine     lines of the content up to its end
 * @param fingerprint of the content up to its end
 * @param recorded    how many of them are not rejected
 * @param size        bytes of what is written for it
 */
record BulkPart(
        long firstItem,
        List<BulkOutcome> outcomes,
        List<Entry> entries,
        long endByte,
        long endLine,
        String fingerprint,
        long recorded,
        long size) {

    /** Adds up what was just made, so that nobody has to look at each record again. */
    static BulkPart of(
            long firstItem,
            List<BulkOutcome> outcomes,
            List<Entry> entries,
            long endByte,
            long endLine,
            String fingerprint) {
        long recorded = 0;
        long size = 0;
        for (Entry entry : entries) {
            recorded += entry.fate() == Fate.RECORDED ? 1 : 0;
            size += entry.message().value().length;
        }
        return new BulkPart(firstItem, outcomes, entries, endByte, endLine, fingerprint, recorded, size);
    }

    /** Does something with each rejected record's outcome. */
    void forEachRejected(Consumer<BulkOutcome> action) {
        if (recorded < outcomes.size()) {
            outcomes.stream().filter(outcome -> !outcome.isRecorded()).forEach(action);
        }
    }
}
