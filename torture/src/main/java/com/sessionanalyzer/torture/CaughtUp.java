package com.sessionanalyzer.torture;

import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Waits until every submission is settled, by what its readers have committed. */
record CaughtUp(String bootstrapServers, int partitions) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    void awaitSubmissions() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            await("until all submissions are settled").atMost(PATIENCE).until(() -> isSettled(admin));
        }
    }

    private boolean isSettled(Admin admin) throws ExecutionException, InterruptedException {
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(SessionTopics.SUBMISSIONS, partition))
                .toList();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        all.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, OffsetAndMetadata> settled = admin.listConsumerGroupOffsets(SessionTopics.SUBMISSIONS_GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        return admin.listOffsets(latest).all().get().entrySet().stream().allMatch(end -> {
            OffsetAndMetadata reached = settled.get(end.getKey());
            return end.getValue().offset() == 0
                    || (reached != null && reached.offset() >= end.getValue().offset());
        });
    }
}
