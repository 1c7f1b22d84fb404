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
 * @param rowsReached    whether the rows contain the ends
 * @param ledgerReached  whether the ledger contains the last records before the ends
 * @param lags    of those who read
 */
record Sample(
        Instant at,
        @Nullable CountTotals before,
        @Nullable TableCounts rows,
        Map<OrganizationId, LedgerCounts> ledgers,
        @Nullable CountTotals after,
        boolean rowsReached,
        boolean ledgerReached,
        List<ConsumerLag> lags,
        long deadLetters) {

    Sample {
        ledgers = Map.copyOf(ledgers);
        lags = List.copyOf(lags);
    }
}
