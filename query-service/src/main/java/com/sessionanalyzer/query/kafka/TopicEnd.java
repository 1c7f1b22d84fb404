package com.sessionanalyzer.query.kafka;

import static java.util.stream.Collectors.toMap;

import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Where a topic ends: who has read to there has read everything that was answered before. */
public final class TopicEnd implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Admin admin;
    private final String topic;
    private final int partitions;
    private final Duration timeout;

    public TopicEnd(Admin admin, String topic, int partitions, Duration timeout) {
        this.admin = admin;
        this.topic = topic;
        this.partitions = partitions;
        this.timeout = timeout;
    }

    /**
     * The position of everything that is there now, decided or not; empty when Kafka does not answer. What is committed is
     * answered before its markers are everywhere, so the end of what readers of committed records see would be too early.
     */
    public Optional<Position> read() {
        Map<TopicPartition, OffsetSpec> wanted = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        ListOffsetsOptions options = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
        return KafkaAnswer.await(admin.listOffsets(wanted, options).all(), timeout, "where a topic ends", topic)
                .map(TopicEnd::position);
    }

    private static Position position(Map<TopicPartition, ListOffsetsResultInfo> ends) {
        SortedMap<Integer, Long> last = new TreeMap<>();
        ends.forEach((partition, end) -> {
            if (end.offset() > 0) {
                last.put(partition.partition(), end.offset() - 1);
            }
        });
        return new Position(last);
    }

    @Override
    public void close() {
        admin.close(GOODBYE);
    }
}
