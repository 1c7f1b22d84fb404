package com.sessionanalyzer.analytics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Entries in a store of somebody else, which is restored as a whole. */
record SuppliedEntries(KeyValueStore<Bytes, byte[]> store) implements KeptEntries {

    @Override
    public void open(StateStoreContext context, StateStore root) {
        store.init(context, root);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return store.get(key);
    }

    @Override
    public void write(Map<Bytes, byte[]> changes, long offset) {
        List<KeyValue<Bytes, byte @Nullable []>> entries = new ArrayList<>(changes.size());
        changes.forEach((key, value) -> entries.add(KeyValue.pair(key, value == DELETED ? null : value)));
        store.putAll(entries);
    }

    @Override
    public void startingWith(byte[] prefix, BiConsumer<Bytes, byte[]> receiver) {
        try (KeyValueIterator<Bytes, byte[]> entries =
                prefix.length == 0 ? store.all() : store.prefixScan(prefix, new ByteArraySerializer())) {
            entries.forEachRemaining(entry -> receiver.accept(entry.key, entry.value));
        }
    }

    @Override
    public @Nullable Long offset(TopicPartition partition) {
        return store.committedOffset(partition);
    }

    @Override
    public boolean isKept() {
        return store.persistent();
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }

    @Override
    public void close() {
        store.close();
    }
}
