package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.UnreadableEventException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The last value of every key of a shard, byte for byte as the source topic has it, readable or not: restored from the
 * topic it says the same.
 */
final class Ledger<R> {

    private final KeyValueStore<Bytes, byte[]> store;
    private final CubeDomain<R, ?> domain;

    Ledger(KeyValueStore<Bytes, byte[]> store, CubeDomain<R, ?> domain) {
        this.store = store;
        this.domain = domain;
    }

    byte @Nullable [] last(byte[] key) {
        return store.get(Bytes.wrap(key));
    }

    void put(byte[] key, byte @Nullable [] value) {
        store.put(Bytes.wrap(key), value);
    }

    /** The record in a value, or null when there is none or nobody can read it. */
    @Nullable
    R readable(byte[] key, byte @Nullable [] value) {
        try {
            return value == null ? null : domain.read(key, value);
        } catch (UnreadableEventException countsAsNothing) {
            return null;
        }
    }

    /** All readable records whose key begins so. The stream must be closed. */
    Stream<R> startingWith(byte[] prefix) {
        KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(prefix, new ByteArraySerializer());
        Iterable<KeyValue<Bytes, byte[]>> once = () -> entries;
        return StreamSupport.stream(once.spliterator(), false)
                .onClose(entries::close)
                .map(entry -> readable(entry.key.get(), entry.value))
                .filter(Objects::nonNull);
    }
}
