package com.sessionanalyzer.analytics.cube;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.StreamsConfig;

/** How many entries the shards of a process keep decoded between commits: what the cache's memory is for, shared out evenly. */
final class AtHand {

    private static final int TABLES = 5;
    private static final int BYTES_PER_ENTRY = 256;
    private static final int LEAST = 256;

    private final AtomicInteger shards = new AtomicInteger();
    private volatile long bytes;

    /** One more shard shares the memory that the settings of Kafka Streams name. */
    void opened(Map<String, Object> settings) {
        Object memory = settings.get(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG);
        bytes = memory instanceof Number number ? number.longValue() : 0;
        shards.incrementAndGet();
    }

    void closed() {
        shards.decrementAndGet();
    }

    /** In each of a shard's tables. */
    int entries() {
        return (int) Math.max(LEAST, bytes / BYTES_PER_ENTRY / TABLES / Math.max(1, shards.get()));
    }
}
