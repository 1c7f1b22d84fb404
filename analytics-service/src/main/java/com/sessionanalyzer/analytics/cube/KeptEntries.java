package com.sessionanalyzer.analytics.cube;

import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.jspecify.annotations.Nullable;

/** Where a store keeps what is committed. */
interface KeptEntries {

    /** Tells Kafka Streams that the offset is not known, so that everything is restored. */
    long UNKNOWN = -4;

    /** Stands for no value, as itself and not by what it holds. */
    byte[] DELETED = {};

    void open(StateStoreContext context, StateStore root);

    byte @Nullable [] get(Bytes key);

    /**
     * Writes all of it or nothing.
     *
     * @param changes values, {@link #DELETED} for what is deleted
     * @param offset  offset of the log that it is restored from, up to which it is complete with them; when that is
     *                {@link #UNKNOWN}, the one before stays: reading more of the log again changes nothing
     */
    void write(Map<Bytes, byte[]> changes, long offset);

    /** Hands out the entries whose keys begin so. */
    void startingWith(byte[] prefix, BiConsumer<Bytes, byte[]> receiver);

    /** The offset of the log up to which it is complete. */
    @Nullable
    Long offset(TopicPartition partition);

    /** Whether it is there after a restart. */
    boolean isKept();

    boolean isOpen();

    void close();
}
