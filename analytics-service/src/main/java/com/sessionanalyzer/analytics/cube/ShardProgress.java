package com.sessionanalyzer.analytics.cube;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** How far a shard has folded its source and how far it has emitted; stored with the aggregates, so it always fits them. */
final class ShardProgress {

    static final Bytes KEY = Bytes.wrap(new byte[] {'p'});

    private static final long NOTHING = -1;

    private long folded = NOTHING;
    private long emitted = NOTHING;
    private long asOf;
    private boolean isUnsaved;

    private ShardProgress() {}

    static ShardProgress in(AggregateStore store) {
        ShardProgress progress = new ShardProgress();
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
        isUnsaved = true;
    }

    /** Notes that all changes up to here were emitted. */
    void emit() {
        emitted = folded;
        isUnsaved = true;
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

    /** Adds what is to be stored, if it is not already. */
    void save(List<KeyValue<Bytes, byte @Nullable []>> changes) {
        if (isUnsaved) {
            isUnsaved = false;
            byte[] stored = ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(folded)
                    .putLong(emitted)
                    .putLong(asOf)
                    .array();
            changes.add(KeyValue.pair(KEY, stored));
        }
    }
}
