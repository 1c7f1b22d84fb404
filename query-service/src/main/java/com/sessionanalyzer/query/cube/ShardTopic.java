package com.sessionanalyzer.query.cube;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A topic whose entries change the parts of organizations, and how to read them. */
public record ShardTopic<P>(String name, EntryReader<P> reader) {

    /** Turns a record into what it says. */
    @FunctionalInterface
    public interface EntryReader<P> {

        /**
         * Reads one record.
         *
         * @throws com.sessionanalyzer.schema.UnreadableEventException when key or value are not understood
         */
        ShardEntry<P> read(ConsumerRecord<byte[], byte[]> entry);
    }
}
