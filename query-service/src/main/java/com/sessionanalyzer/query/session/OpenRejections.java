package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.OrganizationId;

/** Knows how many rejected records wait for somebody, for pages that only mention it. */
@FunctionalInterface
public interface OpenRejections {

    /** What is counted at the most, so that asking stays cheap. */
    int MOST = 1_000;

    /** So many, {@link #MOST} when there are more; as many as there were last when the database does not answer soon. */
    int count(OrganizationId organization);
}
