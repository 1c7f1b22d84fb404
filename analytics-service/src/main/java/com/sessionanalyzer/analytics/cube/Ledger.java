package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.UnreadableEventException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The last value of every key of a shard, byte for byte as the source topic has it, readable or not: restored from the
 * topic it says the same.
 */
final class Ledger<R> {

    private final LedgerStore store;
    private final CubeDomain<R, ?> domain;

    Ledger(LedgerStore store, CubeDomain<R, ?> domain) {
        this.store = store;
        this.domain = domain;
    }

    byte @Nullable [] last(byte[] key) {
        return store.get(Bytes.wrap(key));
    }

    void put(byte[] key, byte @Nullable [] value, long offset) {
        store.put(Bytes.wrap(key), value, offset);
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

    /** Hands out all readable records. */
    void forEach(Consumer<R> receiver) {
        store.startingWith(new byte[0], (key, value) -> {
            R record = readable(key, value);
            if (record != null) {
                receiver.accept(record);
            }
        });
    }

    /** All readable records whose key begins so. */
    Stream<R> startingWith(byte[] prefix) {
        List<R> records = new ArrayList<>();
        store.startingWith(prefix, (key, value) -> {
            R record = readable(key, value);
            if (record != null) {
                records.add(record);
            }
        });
        return records.stream();
    }
}
