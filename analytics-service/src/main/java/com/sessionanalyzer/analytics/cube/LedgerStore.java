package com.sessionanalyzer.analytics.cube;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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
    private final KeptEntries entries;
    private Generation changed = new Generation();
    private Generation committing = new Generation();

    LedgerStore(String name, KeptEntries entries) {
        this.name = name;
        this.entries = entries;
    }

    byte @Nullable [] get(Bytes key) {
        byte[] held = changed.values.get(key);
        if (held == null) {
            held = committing.values.get(key);
        }
        if (held == null) {
            return entries.get(key);
        }
        return held == KeptEntries.DELETED ? null : held;
    }

    /** A record is processed only after the commit before it has succeeded, so what that contained can be written. */
    void put(Bytes key, byte @Nullable [] value, long offset) {
        committing.writeTo(entries);
        changed.values.put(key, value == null ? KeptEntries.DELETED : value);
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
        changed.startingWith(prefix, receiver);
        committing.startingWith(prefix, (key, value) -> {
            if (!changed.values.containsKey(Bytes.wrap(key))) {
                receiver.accept(key, value);
            }
        });
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

    /**
     * All is committed, or restored; what is there after a restart has offsets then. Without them nobody knows whether it is
     * committed, as when a commit took too long: nothing is written.
     */
    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        if (entries.isKept() && changelogOffsets.isEmpty()) {
            return;
        }
        committing.writeTo(entries);
        changed.writeTo(entries);
        for (Long offset : changelogOffsets.values()) {
            if (offset != KeptEntries.UNKNOWN) {
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

        private static final Comparator<Bytes> ORDER = (one, other) -> Arrays.compareUnsigned(one.get(), other.get());

        /** In the order of keys: those of a subject are next to each other. */
        private final NavigableMap<Bytes, byte[]> values = new TreeMap<>(ORDER);

        private long offset;

        private void startingWith(byte[] prefix, BiConsumer<byte[], byte[]> receiver) {
            for (Map.Entry<Bytes, byte[]> entry :
                    values.tailMap(Bytes.wrap(prefix)).entrySet()) {
                byte[] key = entry.getKey().get();
                if (Arrays.mismatch(key, 0, Math.min(key.length, prefix.length), prefix, 0, prefix.length) != -1) {
                    return;
                }
                if (entry.getValue() != KeptEntries.DELETED) {
                    receiver.accept(key, entry.getValue());
                }
            }
        }

        private void writeTo(KeptEntries entries) {
            if (!values.isEmpty()) {
                entries.write(values, offset);
                values.clear();
            }
        }
    }
}
