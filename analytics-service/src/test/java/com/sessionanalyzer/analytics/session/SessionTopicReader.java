package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionCube;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what is committed to the outgoing topics into the tables a reader would hold. */
final class SessionTopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int partitions;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<CubeKey, CubeEntry> cube = new HashMap<>();
    private final Map<CustomerKey, CustomerEntry> customers = new HashMap<>();
    private final Map<Integer, List<Long>> cubeProgress = new HashMap<>();
    private final Map<Integer, List<Long>> customerProgress = new HashMap<>();

    SessionTopicReader(String bootstrapServers, int partitions) {
        this.partitions = partitions;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> assigned = Stream.of(SessionTopics.CUBE, SessionTopics.CUSTOMERS)
                .flatMap(this::partitions)
                .toList();
        consumer.assign(assigned);
        consumer.seekToBeginning(assigned);
    }

    /** Reads on until every record that is in {@code session-records} now is contained. */
    void catchUp() {
        Map<TopicPartition, Long> ends =
                consumer.endOffsets(partitions(SessionTopics.RECORDS).toList());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ends.entrySet().stream().allMatch(end -> contains(end.getKey().partition(), end.getValue() - 1))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not all counted: wanted " + ends + ", have " + cubeProgress);
            }
            consumer.poll(Duration.ofMillis(100)).forEach(this::apply);
        }
    }

    Map<CubeKey, CubeEntry> cube(OrganizationId organization) {
        Map<CubeKey, CubeEntry> ours = new HashMap<>(cube);
        ours.keySet().removeIf(key -> !key.parts().get(2).equals(organization.value()) || isFate(key));
        return ours;
    }

    /** How many records were recorded, less how many were deleted, in all shards. */
    long live(OrganizationId organization) {
        return cube.entrySet().stream()
                .filter(entry -> entry.getKey().parts().get(2).equals(organization.value()) && isFate(entry.getKey()))
                .mapToLong(entry -> sign((CubeKey.Tally) entry.getKey()) * ((CubeEntry.Tally) entry.getValue()).count())
                .sum();
    }

    private static boolean isFate(CubeKey key) {
        return key instanceof CubeKey.Tally tally && SessionCube.FATES.contains(tally.name());
    }

    private static int sign(CubeKey.Tally tally) {
        return switch (tally.name()) {
            case SessionCube.RECORDED -> 1;
            case SessionCube.DELETED -> -1;
            default -> 0;
        };
    }

    Map<CustomerKey, CustomerEntry> customers(OrganizationId organization) {
        Map<CustomerKey, CustomerEntry> ours = new HashMap<>(customers);
        ours.keySet().removeIf(key -> !organization.equals(organization(key)));
        return ours;
    }

    private static @Nullable OrganizationId organization(CustomerKey key) {
        if (key instanceof CustomerKey.Customer customer) {
            return customer.organization();
        }
        return key instanceof CustomerKey.Route route ? route.organization() : null;
    }

    /** The offsets that ended the batches of each shard, in the cube. */
    Map<Integer, List<Long>> cubeProgress() {
        return cubeProgress;
    }

    /** The offsets that ended the batches of each shard, in the customers' topic. */
    Map<Integer, List<Long>> customerProgress() {
        return customerProgress;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean contains(int shard, long offset) {
        return Math.min(last(cubeProgress, shard), last(customerProgress, shard)) >= offset;
    }

    private static long last(Map<Integer, List<Long>> progress, int shard) {
        List<Long> offsets = progress.getOrDefault(shard, List.of(-1L));
        return offsets.get(offsets.size() - 1);
    }

    private void apply(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.topic().equals(SessionTopics.CUBE)) {
            applyToCube(entry);
        } else {
            applyToCustomers(entry);
        }
    }

    private void applyToCube(ConsumerRecord<byte[], byte[]> entry) {
        CubeKey key = CubeKey.decode(entry.key());
        if (key.shard() != entry.partition()) {
            throw new AssertionError(key + " is in partition " + entry.partition());
        }
        if (entry.value() == null) {
            cube.remove(key);
        } else if (CubeEntry.decode(entry.value()) instanceof CubeEntry.Progress progress) {
            cubeProgress
                    .computeIfAbsent(entry.partition(), shard -> new ArrayList<>())
                    .add(progress.offset());
        } else {
            cube.put(key, CubeEntry.decode(entry.value()));
        }
    }

    private void applyToCustomers(ConsumerRecord<byte[], byte[]> entry) {
        CustomerKey key = CustomerKey.decode(entry.key());
        if (entry.value() == null) {
            customers.remove(key);
        } else if (CustomerEntry.decode(entry.value()) instanceof CustomerEntry.Progress progress) {
            customerProgress
                    .computeIfAbsent(entry.partition(), shard -> new ArrayList<>())
                    .add(progress.offset());
        } else {
            customers.put(key, CustomerEntry.decode(entry.value()));
        }
    }

    private Stream<TopicPartition> partitions(String topic) {
        return IntStream.range(0, partitions).mapToObj(partition -> new TopicPartition(topic, partition));
    }
}
