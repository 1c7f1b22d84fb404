package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;

/** Answers what filtered records add up to, from memory. */
public interface FilteredInsightsReader {

    /**
     * The newest snapshot; waits, bounded, until it contains the given position, and answers with an older one after that.
     *
     * @param listLimit how many duplicates and combinations to list at most; 0 for all
     */
    FilteredInsights read(OrganizationId organization, Asked asked, Position after, int listLimit);
}
