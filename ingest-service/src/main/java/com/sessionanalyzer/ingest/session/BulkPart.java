package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.Entry;
import java.util.List;

/**
 * A piece of the content that was read.
 *
 * @param firstItem   index of its first record in the whole content, from 0
 * @param outcomes    of its records, in their order
 * @param entries     the message of each, in the same order
 * @param endByte     bytes of the content up to its end
 * @param endLine     lines of the content up to its end
 * @param fingerprint of the content up to its end
 */
record BulkPart(
        long firstItem,
        List<BulkOutcome> outcomes,
        List<Entry> entries,
        long endByte,
        long endLine,
        String fingerprint) {

    /** Bytes of what is written for it. */
    long size() {
        return entries.stream()
                .mapToLong(entry -> entry.message().value().length)
                .sum();
    }
}
