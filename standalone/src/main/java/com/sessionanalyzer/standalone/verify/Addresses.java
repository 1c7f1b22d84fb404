package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.OrganizationId;

/** Where to read what is compared, and whose. */
record Addresses(
        String url,
        String bootstrapServers,
        String jdbcUrl,
        String jdbcUser,
        String jdbcPassword,
        OrganizationId organization) {}
