package com.sessionanalyzer.ingest;

import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a broker, and what a reader of committed messages finds there. */
final class RunningIngest implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final String bootstrapServers;
    private final String organization;

    RunningIngest(String bootstrapServers, String organization) {
        this(bootstrapServers, organization, Path.of("target", "state"));
    }

    RunningIngest(String bootstrapServers, String organization, Path stateDirectory, String... settings) {
        this.bootstrapServers = bootstrapServers;
        this.organization = organization;
        this.context = new SpringApplicationBuilder(IngestService.class)
                .properties("spring.config.name=ingest-service", "csa.submissions.enabled=false")
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                                        "--csa.intake.instance=" + organization,
                                        "--csa.intake.state-dir=" + stateDirectory,
                                        "--csa.organization.slug=" + organization),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    HttpPosts posts() {
        return new HttpPosts(port());
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    /** What is committed of all that is in the topic now; waits for transactions that are about to end. */
    List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed");
                KafkaConsumer<byte[], byte[]> ahead = consumer("read_uncommitted")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = ahead.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.keySet().stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        return new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolation,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return committed(SessionTopics.RECORDS);
    }

    /** Customers of this organization's records, each as often as it has one. */
    List<String> customers() {
        return records().stream()
                .map(message -> SessionRecordKey.decode(message.key()))
                .filter(key -> key.organization().value().equals(organization))
                .map(SessionRecordKey::customerKey)
                .toList();
    }

    /** What all writers have counted for a channel of this organization. */
    IntakeCount counts(String channel) {
        Map<IntakeCountKey, IntakeCount> totals = new HashMap<>();
        committed(IntakeLogTopics.COUNTS)
                .forEach(total -> totals.put(IntakeCountKey.decode(total.key()), IntakeCount.decode(total.value())));
        return totals.entrySet().stream()
                .filter(total -> total.getKey().organization().value().equals(organization))
                .filter(total -> total.getKey().channel().equals(channel))
                .map(Map.Entry::getValue)
                .reduce(IntakeCount.NONE, IntakeCount::plus);
    }

    List<ConsumerRecord<byte[], byte[]>> rejections() {
        return committed(SessionTopics.REJECTIONS);
    }

    @Override
    public void close() {
        context.close();
    }
}
