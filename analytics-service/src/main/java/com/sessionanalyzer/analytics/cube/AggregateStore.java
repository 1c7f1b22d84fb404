package com.sessionanalyzer.analytics.cube;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.RecordCollector;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A shard's aggregates as their changelog has them. Kafka Streams has every cached store write what it holds back before it
 * commits; this one asks its shard then, so a record is folded into objects, and only a commit makes bytes of them. They are
 * sent to the changelog at once, and held on the heap until that is committed, so that what is kept is never ahead of it.
 */
public final class AggregateStore implements StateStore, CachedStateStore<Bytes, byte[]> {

    private final String name;
    private final KeptEntries entries;
    private final boolean isLogged;
    private final Map<Bytes, byte[]> committing = new HashMap<>();
    private Runnable beforeCommit = () -> {};
    private @Nullable StateStoreContext context;
    private @Nullable TopicPartition changelog;

    /**
     * A store that is to be opened.
     *
     * @param isLogged whether it has a changelog
     */
    AggregateStore(String name, KeptEntries entries, boolean isLogged) {
        this.name = name;
        this.entries = entries;
        this.isLogged = isLogged;
    }

    /** What is stored; what its shard has folded since the last commit is not. */
    public byte @Nullable [] get(Bytes key) {
        byte[] held = committing.get(key);
        if (held == null) {
            return entries.get(key);
        }
        return held == KeptEntries.DELETED ? null : held;
    }

    /** Hands out what is stored with keys that begin so. */
    public void startingWith(byte[] prefix, BiConsumer<Bytes, byte[]> receiver) {
        entries.startingWith(prefix, (key, value) -> {
            if (!committing.containsKey(key)) {
                receiver.accept(key, value);
            }
        });
        committing.forEach((key, value) -> {
            byte[] bytes = key.get();
            if (value != KeptEntries.DELETED
                    && bytes.length >= prefix.length
                    && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length)) {
                receiver.accept(key, value);
            }
        });
    }

    /** Stores what the commit that begins is to contain; no value deletes. */
    void putAll(List<KeyValue<Bytes, byte @Nullable []>> changes) {
        for (KeyValue<Bytes, byte @Nullable []> change : changes) {
            committing.put(change.key, change.value == null ? KeptEntries.DELETED : change.value);
            if (isLogged) {
                log(change.key, change.value);
            }
        }
    }

    private void log(Bytes key, byte @Nullable [] value) {
        InternalProcessorContext<?, ?> internal = (InternalProcessorContext<?, ?>) requireNonNull(context);
        internal.logChange(
                name, key, value, internal.recordContext().timestamp(), new RecordHeaders(), Position.emptyPosition());
    }

    /** A record is processed only after the commit before it has succeeded, so what that contained can be written. */
    void beforeRecord() {
        if (!committing.isEmpty()) {
            write(lastLogged());
        }
    }

    /** The last offset of the changelog that the broker has acknowledged. */
    private long lastLogged() {
        if (changelog != null && context instanceof RecordCollector.Supplier supplier) {
            Long offset = supplier.recordCollector().offsets().get(changelog);
            return offset == null ? KeptEntries.UNKNOWN : offset;
        }
        return KeptEntries.UNKNOWN;
    }

    private void write(long offset) {
        entries.write(committing, offset);
        committing.clear();
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
        return name;
    }

    /** Begins with what is committed, also when it was open before and failed. */
    @Override
    public void init(StateStoreContext opened, StateStore root) {
        committing.clear();
        context = opened;
        changelog = isLogged && opened instanceof InternalProcessorContext<?, ?> internal
                ? new TopicPartition(
                        internal.changelogFor(name), opened.taskId().partition())
                : null;
        entries.open(opened, root);
    }

    /**
     * All is committed, or restored; what is there after a restart has offsets then. Without them nobody knows whether it is
     * committed, as when a commit took too long: nothing is written.
     */
    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        if (entries.isKept() && changelogOffsets.isEmpty()) {
            return;
        }
        long offset = KeptEntries.UNKNOWN;
        for (Long committed : changelogOffsets.values()) {
            offset = Math.max(offset, committed);
        }
        write(offset);
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition partition) {
        return entries.offset(partition);
    }

    @Override
    @SuppressWarnings("deprecation")
    public boolean managesOffsets() {
        return entries.isKept();
    }

    @Override
    public boolean persistent() {
        return entries.isKept();
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
