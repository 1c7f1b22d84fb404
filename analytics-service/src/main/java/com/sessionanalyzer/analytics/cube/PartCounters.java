package com.sessionanalyzer.analytics.cube;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** How many parts of each subject count for each tally; kept in a shard's store and told to nobody. */
final class PartCounters {

    private static final byte KIND = 'e';
    private static final int BYTES = 256;
    private static final byte SEPARATOR = '\t';

    /** Of counters of records, which earlier versions kept. */
    private static final byte[] EARLIER_KIND = {'d'};

    private final AggregateStore store;
    private final Map<Bytes, Long> changed = new HashMap<>();
    private final Map<Bytes, Long> known = new HashMap<>();

    PartCounters(AggregateStore store) {
        this.store = store;
    }

    /** Moves a counter and answers it; one that reaches zero is forgotten. */
    long add(EntryKey subject, TallyName tally, long difference) {
        Bytes key = key(subject.encode(), tally);
        long sum = count(key) + difference;
        known.put(key, sum);
        changed.put(key, sum);
        return sum;
    }

    void save(List<KeyValue<Bytes, byte @Nullable []>> changes) {
        changed.forEach((key, count) -> changes.add(KeyValue.pair(key, count == 0 ? null : bytes(count))));
        changed.clear();
    }

    /** About what those take on the heap that are at hand. */
    long bytes() {
        return (long) known.size() * BYTES;
    }

    /** Forgets what is stored. */
    void forget() {
        known.clear();
    }

    /** Forgets the counters of an earlier version with the next commit, and answers whether there are any. */
    boolean removeEarlier() {
        int before = changed.size();
        store.startingWith(EARLIER_KIND, (key, value) -> changed.put(key, 0L));
        return changed.size() > before;
    }

    private long count(Bytes key) {
        Long at = known.get(key);
        if (at != null) {
            return at;
        }
        byte[] stored = store.get(key);
        return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
    }

    private static byte[] bytes(long count) {
        return ByteBuffer.allocate(Long.BYTES).putLong(count).array();
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
