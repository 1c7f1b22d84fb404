package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.schema.OrganizationId;

/** Where page and API get the books from. */
public interface PipelineReader {

    /**
     * The newest books, not older than a moment when the places answer in time.
     *
     * @throws com.sessionanalyzer.page.ProblemException when none of them has answered since the start
     */
    Pipeline read(OrganizationId organization);
}
