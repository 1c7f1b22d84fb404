package com.sessionanalyzer.query.session.customer;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.Optional;

/** Answers what is known of a customer; waits, bounded, until the given position is contained. */
public interface CustomerHistories {

    /**
     * Empty when there is no record of this customer.
     *
     * @param key the identity of the customer
     */
    Optional<CustomerHistory> find(OrganizationId organization, String key, Position after);
}
