package com.sessionanalyzer.analytics.cube;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.jspecify.annotations.Nullable;

/**
 * The last value of every key of a shard. What changes is held on the heap until it is committed and written then, in one
 * batch, so that what is on disk is never ahead of the committed offset.
 */
public final class LedgerStore implements StateStore {

    private final String name;
    private final LedgerEntries entries;
    private Generation changed = new Generation();
    private Generation committing = new Generation();

    LedgerStore(String name, LedgerEntries entries) {
        this.name = name;
        this.entries = entries;
    }

    byte @Nullable [] get(Bytes key) {
        if (changed.values.containsKey(key)) {
            return changed.values.get(key);
        }
        return committing.values.containsKey(key) ? committing.values.get(key) : entries.get(key);
    }

    /** A record is processed only after the commit before it has succeeded, so what that contained can be written. */
    void put(Bytes key, byte @Nullable [] value, long offset) {
        committing.writeTo(entries);
        changed.values.put(key, value);
        changed.offset = offset;
    }

    /** A commit begins that contains all until now. */
    void beforeCommit() {
        if (!changed.values.isEmpty()) {
            Generation empty = committing;
            committing = changed;
            changed = empty;
        }
    }

    /** Hands out what there is with keys that begin so. */
    public void startingWith(byte[] prefix, BiConsumer<byte[], byte[]> receiver) {
        entries.startingWith(prefix, (key, value) -> {
            if (!changed.values.containsKey(key) && !committing.values.containsKey(key)) {
                receiver.accept(key.get(), value);
            }
        });
        changed.values.forEach((key, value) -> hand(key, value, prefix, receiver));
        committing.values.forEach((key, value) -> {
            if (!changed.values.containsKey(key)) {
                hand(key, value, prefix, receiver);
            }
        });
    }

    private static void hand(Bytes key, byte @Nullable [] value, byte[] prefix, BiConsumer<byte[], byte[]> receiver) {
        byte[] bytes = key.get();
        if (value != null
                && bytes.length >= prefix.length
                && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length)) {
            receiver.accept(bytes, value);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** Begins with what is committed, also when it was open before and failed. */
    @Override
    public void init(StateStoreContext context, StateStore root) {
        changed = new Generation();
        committing = new Generation();
        entries.open(context, root);
    }

    /** All is committed, or restored. */
    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        committing.writeTo(entries);
        changed.writeTo(entries);
        for (Long offset : changelogOffsets.values()) {
            if (offset != LedgerEntries.UNKNOWN) {
                entries.write(Map.of(), offset);
            }
        }
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

    /** What one transaction changes. */
    private static final class Generation {

        private final Map<Bytes, byte @Nullable []> values = new HashMap<>();
        private long offset;

        private void writeTo(LedgerEntries entries) {
            if (!values.isEmpty()) {
                entries.write(values, offset);
                values.clear();
            }
        }
    }
}
