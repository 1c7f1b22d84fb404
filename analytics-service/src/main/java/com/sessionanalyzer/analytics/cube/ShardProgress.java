package com.sessionanalyzer.analytics.cube;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** How far a shard has folded its source and how far it has emitted; stored with the aggregates, so it always fits them. */
final class ShardProgress {

    static final Bytes KEY = Bytes.wrap(new byte[] {'p'});

    private static final long NOTHING = -1;

    private final KeyValueStore<Bytes, byte[]> store;
    private long folded = NOTHING;
    private long emitted = NOTHING;
    private long asOf;

    private ShardProgress(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    static ShardProgress in(KeyValueStore<Bytes, byte[]> store) {
        ShardProgress progress = new ShardProgress(store);
        byte[] stored = store.get(KEY);
        if (stored != null) {
            ByteBuffer bytes = ByteBuffer.wrap(stored);
            progress.folded = bytes.getLong();
            progress.emitted = bytes.getLong();
            progress.asOf = bytes.getLong();
        }
        return progress;
    }

    /** Takes in one more source record. */
    void fold(long offset, long timestamp) {
        folded = offset;
        asOf = Math.max(asOf, timestamp);
        save();
    }

    /** Notes that all changes up to here were emitted. */
    void emit() {
        emitted = folded;
        save();
    }

    /** Whether the source record at this offset was folded. */
    boolean contains(long offset) {
        return offset <= folded;
    }

    /** Whether source records were folded that no emission contains. */
    boolean isBehind() {
        return emitted < folded;
    }

    /** The last source offset folded. */
    long folded() {
        return folded;
    }

    long emitted() {
        return emitted;
    }

    /** Largest timestamp of the source records folded. */
    Instant asOf() {
        return Instant.ofEpochMilli(asOf);
    }

    private void save() {
        store.put(
                KEY,
                ByteBuffer.allocate(3 * Long.BYTES)
                        .putLong(folded)
                        .putLong(emitted)
                        .putLong(asOf)
                        .array());
    }
}
