package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.standalone.instance.Instance;

/** Where to read what is compared. */
record Addresses(String url, String bootstrapServers, String jdbcUrl, String jdbcUser, String jdbcPassword) {

    static Addresses of(Instance instance) {
        return new Addresses(
                instance.url(),
                instance.bootstrapServers(),
                instance.jdbcUrl(),
                instance.jdbcUser(),
                instance.jdbcPassword());
    }
}
