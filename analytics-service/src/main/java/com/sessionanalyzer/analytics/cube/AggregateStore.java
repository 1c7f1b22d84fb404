package com.sessionanalyzer.analytics.cube;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A shard's aggregates as their changelog has them. Kafka Streams has every cached store write what it holds back before it
 * commits; this one asks its shard then, so a record is folded into objects, and only a commit makes bytes of them.
 */
public final class AggregateStore implements StateStore, CachedStateStore<Bytes, byte[]> {

    private final KeyValueStore<Bytes, byte[]> entries;
    private Runnable beforeCommit = () -> {};

    AggregateStore(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    /** What is stored; what its shard has folded since the last commit is not. */
    public KeyValueStore<Bytes, byte[]> entries() {
        return entries;
    }

    /** Has this run at the beginning of each commit, when entries can still be put. */
    void beforeCommit(Runnable save) {
        beforeCommit = save;
    }

    @Override
    public void flushCache() {
        beforeCommit.run();
    }

    @Override
    public void clearCache() {
        beforeCommit = () -> {};
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Bytes, byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return entries.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        entries.init(context, root);
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        entries.commit(changelogOffsets);
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition partition) {
        return entries.committedOffset(partition);
    }

    @Override
    @SuppressWarnings("deprecation")
    public boolean managesOffsets() {
        return entries.managesOffsets();
    }

    @Override
    public boolean persistent() {
        return entries.persistent();
    }

    @Override
    public boolean isOpen() {
        return entries.isOpen();
    }

    @Override
    public void close() {
        entries.close();
    }
}
