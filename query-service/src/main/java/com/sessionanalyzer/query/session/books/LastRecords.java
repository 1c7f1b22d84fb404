package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds the last records before the ends of the topic, which is how far a reader can come who does not see markers. */
final class LastRecords {

    private static final Duration LOOK = Duration.ofMillis(300);

    private final Consumer<byte[], byte[]> looking;

    /**
     * @param looking a consumer that may be put anywhere
     */
    LastRecords(Consumer<byte[], byte[]> looking) {
        this.looking = looking;
    }

    /**
     * The position that contains them, read from what somebody has reached.
     *
     * @return null when there are more between the two than can be read soon
     */
    @Nullable
    Position before(Map<TopicPartition, Long> ends, Position reached) {
        SortedMap<Integer, Long> last = new TreeMap<>(reached.offsets());
        Map<TopicPartition, Long> unread = new HashMap<>();
        ends.forEach((partition, end) -> {
            long from = reached.offsets().getOrDefault(partition.partition(), -1L) + 1;
            if (from < end) {
                unread.put(partition, from);
            }
        });
        looking.assign(unread.keySet());
        Map<TopicPartition, Long> beginnings = looking.beginningOffsets(unread.keySet());
        unread.forEach(
                (partition, from) -> looking.seek(partition, Math.max(from, beginnings.getOrDefault(partition, 0L))));
        long deadline = System.nanoTime() + LOOK.toNanos();
        while (unread.keySet().stream()
                .anyMatch(partition -> looking.position(partition) < ends.getOrDefault(partition, 0L))) {
            if (System.nanoTime() > deadline) {
                return null;
            }
            for (ConsumerRecord<byte[], byte[]> entry : looking.poll(LOOK.dividedBy(3))) {
                if (entry.offset() < ends.getOrDefault(new TopicPartition(entry.topic(), entry.partition()), 0L)) {
                    last.put(entry.partition(), entry.offset());
                }
            }
        }
        return new Position(last);
    }
}
