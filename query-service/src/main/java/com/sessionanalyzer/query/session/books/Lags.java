package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.query.projection.ProjectionProgress.Contained;
import com.sessionanalyzer.query.session.books.UnreadRecords.Unread;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far everyone who reads is behind, in records and in seconds. */
final class Lags {

    private final UnreadRecords unread;
    private final TopicOffsets offsets;
    private final Clock clock;
    private final int partitions;

    /**
     * @param looking a consumer that may be put anywhere
     */
    Lags(Consumer<byte[], byte[]> looking, TopicOffsets offsets, Clock clock, int partitions) {
        this.unread = new UnreadRecords(looking);
        this.offsets = offsets;
        this.clock = clock;
        this.partitions = partitions;
    }

    /** What the rows contain. */
    record Rows(Contained records, Contained rejections) {}

    /**
     * How far each is behind.
     *
     * @param rows    null when the database did not answer: how far those behind it are is not known then
     * @param counted what the numbers in memory contain; null when there are none
     */
    List<ConsumerLag> read(
            Map<TopicPartition, Long> recordEnds,
            Map<TopicPartition, Long> rejectionEnds,
            @Nullable Rows rows,
            @Nullable Position counted) {
        List<ConsumerLag> lags = new ArrayList<>();
        lags.add(lag(LogReader.CUBE, recordEnds, offsets.committed(SessionTopics.COUNTING_GROUP)));
        if (rows != null) {
            lags.add(lag(
                    LogReader.NUMBERS,
                    next(SessionTopics.RECORDS, rows.records().records()),
                    next(SessionTopics.RECORDS, counted == null ? rows.records().records() : counted)));
            lags.add(lag(
                    LogReader.RECORD_ROWS,
                    recordEnds,
                    next(SessionTopics.RECORDS, rows.records().position())));
            lags.add(lag(
                    LogReader.REJECTION_ROWS,
                    rejectionEnds,
                    next(SessionTopics.REJECTIONS, rows.rejections().position())));
        }
        lags.add(lag(
                LogReader.SUBMISSIONS,
                offsets.ends(TopicOffsets.partitions(SessionTopics.SUBMISSIONS, partitions)),
                offsets.committed(SessionTopics.SUBMISSIONS_GROUP)));
        return lags;
    }

    private ConsumerLag lag(LogReader reader, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> next) {
        String topic =
                ends.keySet().stream().map(TopicPartition::topic).findFirst().orElse(SessionTopics.RECORDS);
        Map<TopicPartition, Long> behind = new HashMap<>();
        ends.forEach((partition, end) -> {
            long from = next.getOrDefault(partition, 0L);
            if (from < end) {
                behind.put(partition, from);
            }
        });
        Unread found = unread.between(behind, ends);
        Long oldest = found.oldest();
        Long age = oldest == null ? null : (Long) Math.max(0, (clock.millis() - oldest) / 1000);
        return new ConsumerLag(reader, topic, found.records(), found.records() == 0 ? (Long) 0L : age);
    }

    private static Map<TopicPartition, Long> next(String topic, Position contained) {
        Map<TopicPartition, Long> next = new HashMap<>();
        contained.offsets().forEach((partition, last) -> next.put(new TopicPartition(topic, partition), last + 1));
        return next;
    }
}
