package com.sessionanalyzer.analytics.cube;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** How many records of each subject count for each tally; kept in a shard's store and told to nobody. */
final class ShardCounters {

    private static final byte KIND = 'd';
    private static final byte SEPARATOR = '\t';

    private final KeyValueStore<Bytes, byte[]> store;

    ShardCounters(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Moves a counter and answers it; one that reaches zero is forgotten. */
    long add(byte[] subject, TallyName tally, long difference) {
        Bytes key = key(subject, tally);
        byte[] stored = store.get(key);
        long sum = (stored == null ? 0 : ByteBuffer.wrap(stored).getLong()) + difference;
        store.put(
                key,
                sum == 0 ? null : ByteBuffer.allocate(Long.BYTES).putLong(sum).array());
        return sum;
    }

    private static Bytes key(byte[] subject, TallyName tally) {
        byte[] name = tally.name().getBytes(StandardCharsets.UTF_8);
        byte[] value = tally.value().getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(subject.length + name.length + value.length + 3)
                .put(KIND)
                .put(subject)
                .put(SEPARATOR)
                .put(name)
                .put(SEPARATOR)
                .put(value)
                .array());
    }
}
