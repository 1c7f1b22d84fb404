package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.query.session.LedgerCounts;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The three places, looked at one after the other: first the counts of the way in, then the ends of the topics, then rows and
 * ledger when they contain those ends, then the counts again. So rows and ledger contain everything of the first counts, and
 * nothing that is not in the second.
 *
 * @param before  counts; null when a transaction stayed open for too long
 * @param rows    null when the database did not answer
 * @param ledgers per organization
 * @param after   counts
 * @param reached which of them contain the ends
 * @param lags    of those who read
 */
record Sample(
        Instant at,
        @Nullable CountTotals before,
        @Nullable TableCounts rows,
        Map<OrganizationId, LedgerCounts> ledgers,
        @Nullable CountTotals after,
        Reached reached,
        List<ConsumerLag> lags,
        long deadLetters) {

    Sample {
        ledgers = Map.copyOf(ledgers);
        lags = List.copyOf(lags);
    }

    /**
     * Who contains everything before the ends, each for itself: one that is behind hides nothing of another.
     *
     * @param ledger     contains the last records before the ends
     * @param rows       of records
     * @param rejections rows of rejections
     */
    record Reached(boolean ledger, boolean rows, boolean rejections) {}
}
