package com.sessionanalyzer.query.session.books;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Looks for records that somebody has not read. A transaction leaves a marker at an offset of its own, which no reader is
 * ever given, so a topic may end behind the last record that there is to read.
 */
final class UnreadRecords {

    private static final Duration LOOK = Duration.ofMillis(300);

    private final Consumer<byte[], byte[]> looking;

    /**
     * @param looking a consumer of committed records that may be put anywhere
     */
    UnreadRecords(Consumer<byte[], byte[]> looking) {
        this.looking = looking;
    }

    /**
     * What is not read.
     *
     * @param records offsets from the first record on, or from where nothing can be seen yet: an open transaction, or the
     *                time was too short
     * @param oldest  time of the oldest record in milliseconds; null when none was seen
     */
    record Unread(long records, @Nullable Long oldest) {}

    /** What is at these offsets or after them, and before the ends. */
    Unread between(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> unseen = new HashMap<>(from);
        Long oldest = null;
        long records = 0;
        seek(from);
        long deadline = System.nanoTime() + LOOK.toNanos();
        while (!unseen.isEmpty() && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> first : looking.poll(LOOK.dividedBy(3))) {
                TopicPartition partition = new TopicPartition(first.topic(), first.partition());
                if (unseen.remove(partition) != null) {
                    looking.pause(List.of(partition));
                    records += Math.max(0, end(ends, partition) - first.offset());
                    oldest = oldest == null ? first.timestamp() : Math.min(oldest, first.timestamp());
                }
            }
            unseen.keySet().removeIf(partition -> looking.position(partition) >= end(ends, partition));
        }
        return new Unread(records + unresolved(unseen, ends), oldest);
    }

    private void seek(Map<TopicPartition, Long> from) {
        looking.assign(from.keySet());
        looking.resume(looking.paused());
        Map<TopicPartition, Long> beginnings = looking.beginningOffsets(from.keySet());
        from.forEach((partition, offset) ->
                looking.seek(partition, Math.max(offset, beginnings.getOrDefault(partition, 0L))));
    }

    private static long unresolved(Map<TopicPartition, Long> unseen, Map<TopicPartition, Long> ends) {
        return unseen.entrySet().stream()
                .mapToLong(partition -> end(ends, partition.getKey()) - partition.getValue())
                .sum();
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return Objects.requireNonNull(ends.get(partition));
    }
}
