package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.standalone.instance.Instance;

/** Where to read what is compared, and whose. */
record Addresses(
        String url,
        String bootstrapServers,
        String jdbcUrl,
        String jdbcUser,
        String jdbcPassword,
        OrganizationId organization) {

    static Addresses of(Instance instance) {
        return new Addresses(
                instance.url(),
                instance.bootstrapServers(),
                instance.jdbcUrl(),
                instance.jdbcUser(),
                instance.jdbcPassword(),
                new OrganizationId(instance.organization()));
    }
}
