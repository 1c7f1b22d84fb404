package com.sessionanalyzer.query.session.filter;

import com.sessionanalyzer.schema.OrganizationId;
import java.util.List;

/** Knows which names of customers were merged into others. */
public interface MergedNames {

    /** The customer that the records of a name go to, by its key: itself, unless it was merged. */
    String follow(OrganizationId organization, String key);

    /** How the names were shown that were merged into a customer, in the order of the alphabet. */
    List<String> of(OrganizationId organization, String key);

    /** The filter that asks for the customers that its names were merged into. */
    default SessionFilter follow(OrganizationId organization, SessionFilter filter) {
        SessionFilter followed = filter.without(FilterField.CUSTOMER);
        for (String key : filter.customers()) {
            followed = followed.with(FilterField.CUSTOMER, follow(organization, key));
        }
        return followed;
    }

    /** The filter that asks for them too; in the past, a name had the records that went elsewhere since. */
    default SessionFilter include(OrganizationId organization, SessionFilter filter) {
        SessionFilter both = filter;
        for (String key : filter.customers()) {
            both = both.with(FilterField.CUSTOMER, follow(organization, key));
        }
        return both;
    }
}
