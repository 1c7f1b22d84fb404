package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import java.util.UUID;

/** Deletes records for people. */
@FunctionalInterface
public interface SessionDeletions {

    /**
     * Deletes the record.
     *
     * @throws com.sessionanalyzer.page.ProblemException when there is no such record, or it cannot be deleted now
     */
    Deletion delete(Organization organization, Actor actor, UUID id);

    /**
     * A deletion that was done.
     *
     * @param position what a reader must contain to see it
     * @param moved    the numbers that it moved, in words; empty when they are not known
     */
    record Deletion(Position position, String moved) {}
}
