package com.sessionanalyzer.analytics.cube;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One kind of entry in a shard's store: the entry as its topic holds it, behind the source offset that changed it last. What
 * changed since the last emission is held decoded too, so a hot entry is decoded once per emission. A removed entry stays
 * as an offset without entry until its tombstone is emitted.
 */
final class ShardTable<V> {

    private final byte kind;
    private final KeyValueStore<Bytes, byte[]> store;
    private final Function<V, byte[]> encoder;
    private final Function<byte[], V> decoder;
    private final Map<Bytes, Slot<V>> changed = new LinkedHashMap<>();

    ShardTable(
            char kind, KeyValueStore<Bytes, byte[]> store, Function<V, byte[]> encoder, Function<byte[], V> decoder) {
        this.kind = (byte) kind;
        this.store = store;
        this.encoder = encoder;
        this.decoder = decoder;
    }

    @Nullable
    V get(byte[] key) {
        return get(stateKey(key));
    }

    void put(byte[] key, @Nullable V value, long offset) {
        put(stateKey(key), value, offset);
    }

    void update(byte[] key, Function<@Nullable V, @Nullable V> update, long offset) {
        Bytes stateKey = stateKey(key);
        put(stateKey, update.apply(get(stateKey)), offset);
    }

    /** Takes up what changed after the given offset, as after a crash between a commit and its emission. */
    void recoverAfter(long offset) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(new byte[] {kind}, new ByteArraySerializer())) {
            entries.forEachRemaining(entry -> {
                if (ByteBuffer.wrap(entry.value).getLong() > offset) {
                    byte[] encoded = entry(entry.value);
                    changed.put(entry.key, new Slot<>(encoded == null ? null : decoder.apply(encoded), encoded));
                }
            });
        }
    }

    /** Hands out each changed entry as it is now, null when it is gone, and forgets what is gone. */
    void emit(BiConsumer<byte[], byte @Nullable []> receiver) {
        changed.forEach((stateKey, slot) -> {
            byte[] bytes = stateKey.get();
            receiver.accept(Arrays.copyOfRange(bytes, 1, bytes.length), slot.encoded);
            if (slot.encoded == null) {
                store.delete(stateKey);
            }
        });
        changed.clear();
    }

    private @Nullable V get(Bytes stateKey) {
        Slot<V> slot = changed.get(stateKey);
        if (slot != null) {
            return slot.value;
        }
        byte[] stored = store.get(stateKey);
        byte[] encoded = stored == null ? null : entry(stored);
        return encoded == null ? null : decoder.apply(encoded);
    }

    private void put(Bytes stateKey, @Nullable V value, long offset) {
        byte[] encoded = value == null ? null : encoder.apply(value);
        changed.put(stateKey, new Slot<>(value, encoded));
        store.put(stateKey, stored(offset, encoded));
    }

    private Bytes stateKey(byte[] key) {
        byte[] bytes = new byte[key.length + 1];
        bytes[0] = kind;
        System.arraycopy(key, 0, bytes, 1, key.length);
        return Bytes.wrap(bytes);
    }

    private static byte[] stored(long offset, byte @Nullable [] encoded) {
        return encoded == null
                ? ByteBuffer.allocate(Long.BYTES).putLong(offset).array()
                : ByteBuffer.allocate(Long.BYTES + encoded.length)
                        .putLong(offset)
                        .put(encoded)
                        .array();
    }

    private static byte @Nullable [] entry(byte[] stored) {
        return stored.length == Long.BYTES ? null : Arrays.copyOfRange(stored, Long.BYTES, stored.length);
    }

    private static final class Slot<V> {

        private final @Nullable V value;
        private final byte @Nullable [] encoded;

        private Slot(@Nullable V value, byte @Nullable [] encoded) {
            this.value = value;
            this.encoded = encoded;
        }
    }
}
