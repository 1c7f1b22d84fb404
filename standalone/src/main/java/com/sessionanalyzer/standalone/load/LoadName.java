package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.schema.OrganizationId;
import java.util.UUID;

/**
 * What the loads of equally named contents have in common. Contents of one name that begin differently are different
 * attempts, numbered from 0.
 */
record LoadName(OrganizationId organization, String name) {

    /** The consumer group whose offset says how far an attempt has come. */
    String group(int attempt) {
        return "csa-load-" + id(attempt);
    }

    /** The producer's id, by which a later load of the attempt ends what an earlier one left open. */
    String transactionalId(int attempt) {
        return group(attempt);
    }

    /** The id of the delivery, the same from wherever the content is loaded. */
    UUID id(int attempt) {
        return RecordIds.named(organization.value() + "\tload\t" + attempt + "\t" + name);
    }
}
