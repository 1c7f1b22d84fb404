package com.sessionanalyzer.analytics.cube;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * One kind of entry of a shard, decoded as far as it was used lately. Stored, an entry is as its topic holds it, behind the
 * source offset that changed it last; it is stored before a commit and not before. A removed entry stays as an offset
 * without entry until its tombstone is emitted.
 */
final class ShardTable<K extends EntryKey, V> {

    /** Of an entry's value and key, and of the tables that lead to it. */
    private static final int OBJECTS = 256;

    /** What a byte of an entry takes when it is decoded, and kept as it is, too. */
    private static final int BYTES_PER_BYTE = 5;

    private final byte kind;
    private final AggregateStore store;
    private final Function<V, byte[]> encoder;
    private final Function<byte[], V> decoder;
    private final Map<Bytes, Slot<V>> recovered = new LinkedHashMap<>();
    private final List<Slot<V>> unsaved = new ArrayList<>();
    private final List<Slot<V>> unemitted = new ArrayList<>();
    private Map<K, Slot<V>> slots = new HashMap<>();
    private Map<K, Slot<V>> earlier = Map.of();
    private long bytes;

    ShardTable(char kind, AggregateStore store, Function<V, byte[]> encoder, Function<byte[], V> decoder) {
        this.kind = (byte) kind;
        this.store = store;
        this.encoder = encoder;
        this.decoder = decoder;
    }

    @Nullable
    V get(K key) {
        return slot(key).value;
    }

    void put(K key, @Nullable V value, long offset) {
        put(slot(key), value, offset);
    }

    /** Replaces a value by what comes of it, and answers that. */
    @Nullable
    V update(K key, Function<@Nullable V, @Nullable V> update, long offset) {
        Slot<V> slot = slot(key);
        put(slot, update.apply(slot.value), offset);
        return slot.value;
    }

    /** Takes up what changed after the given offset, as after a crash between a commit and its emission. */
    void recoverAfter(long offset) {
        store.startingWith(new byte[] {kind}, (key, value) -> {
            Slot<V> slot = new Slot<>(key, value, decoder);
            if (slot.offset > offset) {
                recovered.put(key, slot);
                unemitted(slot);
            }
        });
    }

    /** Hands out each changed entry as it is now, null when it is gone; what is gone is stored no more. */
    void emit(BiConsumer<byte[], byte @Nullable []> receiver) {
        for (Slot<V> slot : unemitted) {
            byte[] key = slot.stateKey.get();
            receiver.accept(Arrays.copyOfRange(key, 1, key.length), slot.encoded(encoder));
            slot.isUnemitted = false;
            if (slot.value == null) {
                unsaved(slot);
            }
        }
        unemitted.clear();
        recovered.clear();
    }

    /** Adds what changed to what is to be stored. */
    void save(List<KeyValue<Bytes, byte @Nullable []>> changes) {
        for (Slot<V> slot : unsaved) {
            changes.add(KeyValue.pair(slot.stateKey, slot.stored(encoder)));
            slot.isUnsaved = false;
            bytes += slot.grown();
        }
        unsaved.clear();
    }

    /** About what the entries take on the heap that were used since entries were forgotten last. */
    long bytes() {
        return bytes;
    }

    /** Forgets what was used neither since this was called last nor in the time before; what is to be emitted stays. */
    void forget() {
        Map<K, Slot<V>> used = slots;
        earlier.forEach((key, slot) -> {
            if (slot.isUnemitted) {
                used.putIfAbsent(key, slot);
            }
        });
        earlier = used;
        slots = new HashMap<>();
        bytes = 0;
    }

    private Slot<V> slot(K key) {
        Slot<V> known = slots.get(key);
        if (known != null) {
            return known;
        }
        Slot<V> slot = earlier.get(key);
        if (slot == null) {
            slot = stored(stateKey(key.encode()));
        }
        slots.put(key, slot);
        bytes += slot.size;
        return slot;
    }

    private Slot<V> stored(Bytes stateKey) {
        Slot<V> recalled = recovered.remove(stateKey);
        return recalled == null ? new Slot<>(stateKey, store.get(stateKey), decoder) : recalled;
    }

    private void put(Slot<V> slot, @Nullable V value, long offset) {
        slot.set(value, offset);
        unsaved(slot);
        unemitted(slot);
    }

    private void unsaved(Slot<V> slot) {
        if (!slot.isUnsaved) {
            slot.isUnsaved = true;
            unsaved.add(slot);
        }
    }

    private void unemitted(Slot<V> slot) {
        if (!slot.isUnemitted) {
            slot.isUnemitted = true;
            unemitted.add(slot);
        }
    }

    private Bytes stateKey(byte[] key) {
        byte[] bytes = new byte[key.length + 1];
        bytes[0] = kind;
        System.arraycopy(key, 0, bytes, 1, key.length);
        return Bytes.wrap(bytes);
    }

    /** One entry: its value, and its bytes once somebody has asked for them. */
    private static final class Slot<V> {

        private final Bytes stateKey;
        private @Nullable V value;
        private byte @Nullable [] encoded;
        private long offset;
        private int size;
        private boolean isUnsaved;
        private boolean isUnemitted;

        private Slot(Bytes stateKey, byte @Nullable [] stored, Function<byte[], V> decoder) {
            this.stateKey = stateKey;
            if (stored != null) {
                offset = ByteBuffer.wrap(stored).getLong();
                encoded = stored.length == Long.BYTES ? null : Arrays.copyOfRange(stored, Long.BYTES, stored.length);
                value = encoded == null ? null : decoder.apply(encoded);
            }
            grown();
        }

        /** What it takes more than it did, as far as its bytes tell. */
        private int grown() {
            int before = size;
            size = OBJECTS + (encoded == null ? 0 : BYTES_PER_BYTE * encoded.length);
            return size - before;
        }

        private void set(@Nullable V newest, long changedBy) {
            value = newest;
            encoded = null;
            offset = changedBy;
        }

        private byte @Nullable [] encoded(Function<V, byte[]> encoder) {
            if (encoded == null && value != null) {
                encoded = encoder.apply(value);
            }
            return encoded;
        }

        private byte @Nullable [] stored(Function<V, byte[]> encoder) {
            byte[] entry = encoded(encoder);
            if (entry == null) {
                return isUnemitted
                        ? ByteBuffer.allocate(Long.BYTES).putLong(offset).array()
                        : null;
            }
            return ByteBuffer.allocate(Long.BYTES + entry.length)
                    .putLong(offset)
                    .put(entry)
                    .array();
        }
    }
}
