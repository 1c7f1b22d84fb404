package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;

/** Answers any grouping of filtered records. */
public interface InsightsQueries {

    /** The newest snapshot; waits, bounded, until it contains the given position. */
    QueryAnswer read(OrganizationId organization, InsightsQuery query, Position after);
}
