package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The topic whose records the shards count, one partition for each shard. A part can hold the records themselves, and they
 * are changed together with the numbers that count them.
 */
public record SourceTopic<P>(String name, SourceReader<P> reader) {

    /** Turns a record into what it changes. */
    @FunctionalInterface
    public interface SourceReader<P> {

        /** Reads one record; null when it changes nothing, as one that cannot be read. */
        @Nullable
        Change<P> read(ConsumerRecord<byte[], byte[]> entry);
    }
}
