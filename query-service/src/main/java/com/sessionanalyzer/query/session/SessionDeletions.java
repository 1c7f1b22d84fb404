package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.Optional;
import java.util.UUID;

/** Deletes records. */
public interface SessionDeletions {

    /** Publishes the record's tombstone and says where it stands; empty when there is no such record. */
    Optional<Position> delete(OrganizationId organization, UUID id);
}
