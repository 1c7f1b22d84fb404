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

    private static final String REQUEST_TIMEOUT = "request.timeout.ms";
    private static final String API_TIMEOUT = "default.api.timeout.ms";

    /** Long enough for a broker that is busy. */
    private static final int TIMEOUT = 10_000;

    Map<String, Object> connection() {
        Map<String, Object> connection = new HashMap<>(client);
        connection.put("bootstrap.servers", bootstrapServers);
        connection.putIfAbsent("max.block.ms", TIMEOUT);
        if (!client.containsKey(REQUEST_TIMEOUT) && !client.containsKey(API_TIMEOUT)) {
            connection.put(REQUEST_TIMEOUT, TIMEOUT);
            connection.put(API_TIMEOUT, TIMEOUT);
        }
        return connection;
    }
}
