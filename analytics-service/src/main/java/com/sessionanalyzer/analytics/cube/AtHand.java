package com.sessionanalyzer.analytics.cube;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.StreamsConfig;

/** How much memory each shard of a process has for decoded entries: what the cache's memory is for, shared out evenly. */
final class AtHand {

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

    /** Of one shard. */
    long bytes() {
        return bytes / Math.max(1, shards.get());
    }
}
