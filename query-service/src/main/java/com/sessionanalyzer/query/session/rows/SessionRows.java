package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers which records there are, from the database; waits, bounded, until it contains the given position. */
public interface SessionRows {

    SessionPage find(OrganizationId organization, SessionQuery query, Position after);

    /** How many records of a question, whatever its page, have a highlight of each type, by the types' codes. */
    Map<String, Long> highlights(OrganizationId organization, SessionQuery query, Position after);

    /** What the records of a question add up to, whatever its page. */
    RowNumbers numbers(OrganizationId organization, SessionQuery query, Position after);

    Optional<SessionView> find(OrganizationId organization, UUID id, Position after);
}
