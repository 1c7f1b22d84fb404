package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.OrganizationId;
import java.util.Optional;

/** Answers which customers there are, from memory. */
public interface CustomerSnapshots {

    /** All customers that have records, copied from one state of the numbers. */
    CustomerSnapshot newest(OrganizationId organization);

    /** The version that the newest snapshot would have. */
    long version(OrganizationId organization);

    /** The customer with this identity; empty when it has no records, or while nothing is loaded. */
    Optional<KnownCustomer> find(OrganizationId organization, String customerKey);
}
