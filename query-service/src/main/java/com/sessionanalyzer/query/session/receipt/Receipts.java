package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.Optional;
import java.util.UUID;

/** Where page and API get receipts from. */
public interface Receipts {

    /** The receipt of a record or of a rejection, with everything up to the position; empty when nobody knows the id. */
    Optional<Receipt> find(OrganizationId organization, UUID id, Position after);
}
