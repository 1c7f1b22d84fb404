package com.sessionanalyzer.torture.simulation;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.standalone.verify.RecordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** The simulated partitions of {@code session-records}, and what they say up to any position. */
final class SourceLog {

    static final OrganizationId ORGANIZATION = new OrganizationId("default");

    private final List<List<ConsumerRecord<byte[], byte[]>>> partitions;

    SourceLog(int partitions) {
        this.partitions = IntStream.range(0, partitions)
                .<List<ConsumerRecord<byte[], byte[]>>>mapToObj(partition -> new ArrayList<>())
                .toList();
    }

    void append(int partition, byte @Nullable [] key, byte @Nullable [] value, long timestamp) {
        partitions.get(partition).add(entry(SessionTopics.RECORDS, partition, end(partition), timestamp, key, value));
    }

    int partitions() {
        return partitions.size();
    }

    int end(int partition) {
        return partitions.get(partition).size();
    }

    /** Where all partitions end. */
    Position end() {
        Position end = Position.BEGINNING;
        for (int partition = 0; partition < partitions.size(); partition++) {
            end = end(partition) == 0 ? end : end.and(partition, end(partition) - 1L);
        }
        return end;
    }

    ConsumerRecord<byte[], byte[]> at(int partition, int offset) {
        return partitions.get(partition).get(offset);
    }

    List<ConsumerRecord<byte[], byte[]>> between(int partition, int from, int to) {
        return partitions.get(partition).subList(from, to);
    }

    /** The records that are live when exactly this is contained. */
    List<SessionRecord> live(Position position) {
        RecordTable table = RecordTable.empty();
        for (int partition = 0; partition < partitions.size(); partition++) {
            long last = position.offsets().getOrDefault(partition, -1L);
            between(partition, 0, (int) last + 1).forEach(table::apply);
        }
        return table.of(ORGANIZATION);
    }

    static ConsumerRecord<byte[], byte[]> entry(
            String topic, int partition, long offset, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                key == null ? -1 : key.length,
                value == null ? -1 : value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
