package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.Optional;

/** Answers what the records add up to, without the lists that insights have. */
public interface TotalsReader {

    /**
     * The newest totals; waits, bounded, until they contain the position. Empty while nothing is loaded, or when they do not
     * contain it after that.
     */
    Optional<SessionTotals> read(OrganizationId organization, Position after);

    /** The newest totals there are, at once; empty while nothing is loaded. */
    Optional<SessionTotals> newest(OrganizationId organization);
}
