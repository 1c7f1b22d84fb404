package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.schema.session.SessionTopics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far a group has committed that it has counted {@code session-records}, and how far there is to go. */
final class CommittedOffsets implements AutoCloseable {

    private final Admin admin;

    CommittedOffsets(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Sum of the offsets that the group has committed. */
    long of(String group) throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(SessionTopics.RECORDS) && entry.getValue() != null)
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (ExecutionException noSuchGroupYet) {
            return 0;
        }
    }

    /** Sum of the offsets at which the topic ends. */
    long end() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, ReviewLog.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(SessionTopics.RECORDS, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the broker does not say where its topic ends", failed);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
