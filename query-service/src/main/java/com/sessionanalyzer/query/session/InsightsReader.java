package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;

/** Answers what the numbers are, from memory. */
public interface InsightsReader {

    /**
     * The newest snapshot; waits, bounded, until it contains the given position, and answers with an older one after that.
     *
     * @param listLimit how many duplicates and combinations to list at most; 0 for all
     */
    Insights read(OrganizationId organization, Position after, int listLimit);
}
