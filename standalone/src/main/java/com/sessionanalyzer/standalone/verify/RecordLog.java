package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic once, from its start, only what was committed. */
public final class RecordLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Deque<ConsumerRecord<byte[], byte[]>> readAhead = new ArrayDeque<>();

    private RecordLog(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /**
     * Opens the log.
     *
     * @throws CannotCompareException when there is no such topic
     */
    public static RecordLog open(String bootstrapServers, String topic) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis(),
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            consumer.close();
            throw new CannotCompareException("There is no topic " + topic + " at " + bootstrapServers + ".");
        }
        List<TopicPartition> partitions = found.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new RecordLog(consumer, partitions);
    }

    /** Where everything committed until now ends: the next offset of each partition. */
    public Map<Integer, Long> ends() {
        Map<Integer, Long> ends = new HashMap<>();
        consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    /**
     * Hands over what comes next before the given offsets, and answers the last offsets handed over.
     *
     * @throws CannotCompareException when nothing comes for half a minute
     */
    public Position read(Map<Integer, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> to) {
        Reading reading = new Reading(ends, to);
        Deque<ConsumerRecord<byte[], byte[]>> earlier = new ArrayDeque<>(readAhead);
        readAhead.clear();
        earlier.forEach(reading::take);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (partitions.stream().anyMatch(partition -> isBefore(partition, ends))) {
            if (System.nanoTime() - deadline > 0) {
                throw new CannotCompareException(
                        "The topic " + partitions.get(0).topic() + " cannot be read to its end.");
            }
            long before = reading.taken;
            consumer.poll(POLL).forEach(reading::take);
            deadline = reading.taken > before ? System.nanoTime() + PATIENCE.toNanos() : deadline;
        }
        return new Position(reading.last);
    }

    private boolean isBefore(TopicPartition partition, Map<Integer, Long> ends) {
        return consumer.position(partition) < ends.getOrDefault(partition.partition(), 0L);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** What is handed over, and what is kept for the next time. */
    private final class Reading {

        private final Map<Integer, Long> ends;
        private final Consumer<ConsumerRecord<byte[], byte[]>> to;
        private final SortedMap<Integer, Long> last = new TreeMap<>();
        private long taken;

        private Reading(Map<Integer, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> to) {
            this.ends = ends;
            this.to = to;
        }

        private void take(ConsumerRecord<byte[], byte[]> entry) {
            taken++;
            if (entry.offset() >= ends.getOrDefault(entry.partition(), 0L)) {
                readAhead.add(entry);
                return;
            }
            to.accept(entry);
            last.put(entry.partition(), entry.offset());
        }
    }
}
