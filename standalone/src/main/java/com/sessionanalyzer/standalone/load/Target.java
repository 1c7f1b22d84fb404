package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.schema.OrganizationId;
import java.util.HashMap;
import java.util.Map;

/**
 * Where to load to.
 *
 * @param client security and what else the clients of the cluster need
 * @param url    of the pages; empty when not known
 */
record Target(String bootstrapServers, Map<String, Object> client, OrganizationId organization, String url) {

    private static final int TIMEOUT = 30_000;

    Map<String, Object> connection() {
        Map<String, Object> connection = new HashMap<>(client);
        connection.put("bootstrap.servers", bootstrapServers);
        connection.putIfAbsent("default.api.timeout.ms", TIMEOUT);
        connection.putIfAbsent("max.block.ms", TIMEOUT);
        return connection;
    }
}
