package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.query.projection.ProjectionProgress.Contained;
import com.sessionanalyzer.query.session.LedgerCounts;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far everyone who reads is behind, in records and in seconds. */
final class Lags {

    private static final Duration LOOK = Duration.ofMillis(300);

    private final Consumer<byte[], byte[]> looking;
    private final TopicOffsets offsets;
    private final Clock clock;
    private final int partitions;

    /**
     * @param looking a consumer that may be put anywhere
     */
    Lags(Consumer<byte[], byte[]> looking, TopicOffsets offsets, Clock clock, int partitions) {
        this.looking = looking;
        this.offsets = offsets;
        this.clock = clock;
        this.partitions = partitions;
    }

    /** What the rows contain. */
    record Rows(Contained records, Contained rejections) {}

    List<ConsumerLag> read(
            Map<TopicPartition, Long> recordEnds,
            Map<TopicPartition, Long> rejectionEnds,
            @Nullable Rows rows,
            Collection<LedgerCounts> ledgers) {
        List<ConsumerLag> lags = new ArrayList<>();
        lags.add(lag("Counting into the cube", recordEnds, offsets.committed(SessionTopics.COUNTING_GROUP)));
        if (rows != null) {
            Position counted = ledgers.stream().map(LedgerCounts::position).reduce(Position.BEGINNING, Position::and);
            lags.add(lag(
                    "Numbers in memory",
                    next(SessionTopics.RECORDS, rows.records().records()),
                    ledgers.isEmpty()
                            ? next(SessionTopics.RECORDS, rows.records().records())
                            : next(SessionTopics.RECORDS, counted)));
            lags.add(lag(
                    "Rows of records",
                    recordEnds,
                    next(SessionTopics.RECORDS, rows.records().position())));
            lags.add(lag(
                    "Rows of rejections",
                    rejectionEnds,
                    next(SessionTopics.REJECTIONS, rows.rejections().position())));
        }
        lags.add(lag(
                "Reading submissions",
                offsets.ends(TopicOffsets.partitions(SessionTopics.SUBMISSIONS, partitions)),
                offsets.committed(SessionTopics.SUBMISSIONS_GROUP)));
        return lags;
    }

    private ConsumerLag lag(String consumer, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> next) {
        String topic =
                ends.keySet().stream().map(TopicPartition::topic).findFirst().orElse(SessionTopics.RECORDS);
        Map<TopicPartition, Long> behind = new HashMap<>();
        long records = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            long from = next.getOrDefault(end.getKey(), 0L);
            if (from < end.getValue()) {
                records += end.getValue() - from;
                behind.put(end.getKey(), from);
            }
        }
        return new ConsumerLag(consumer, topic, records, behind.isEmpty() ? (Long) 0L : age(behind));
    }

    /** Age of the oldest record at these offsets; null when none is found soon, as when only markers are left. */
    private @Nullable Long age(Map<TopicPartition, Long> from) {
        looking.assign(from.keySet());
        Map<TopicPartition, Long> beginnings = looking.beginningOffsets(from.keySet());
        from.forEach((partition, offset) ->
                looking.seek(partition, Math.max(offset, beginnings.getOrDefault(partition, 0L))));
        Map<TopicPartition, Long> oldest = new HashMap<>();
        long deadline = System.nanoTime() + LOOK.toNanos();
        while (oldest.size() < from.size() && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> entry : looking.poll(LOOK.dividedBy(3))) {
                oldest.putIfAbsent(new TopicPartition(entry.topic(), entry.partition()), entry.timestamp());
            }
        }
        return oldest.isEmpty()
                ? null
                : (Long) Math.max(
                        0,
                        (clock.millis()
                                        - oldest.values().stream()
                                                .mapToLong(Long::longValue)
                                                .min()
                                                .orElseThrow())
                                / 1000);
    }

    private static Map<TopicPartition, Long> next(String topic, Position contained) {
        Map<TopicPartition, Long> next = new HashMap<>();
        contained.offsets().forEach((partition, last) -> next.put(new TopicPartition(topic, partition), last + 1));
        return next;
    }
}
