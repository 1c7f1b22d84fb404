package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;

/** What the ledger of session records has counted, for those who keep the books. */
public interface SessionLedger {

    /** Whether this position is counted, after waiting for it no longer than the timeout. */
    boolean await(Position position, Duration timeout);

    /** Exactly the records that are counted. */
    Position position();

    LedgerCounts counts(OrganizationId organization);
}
