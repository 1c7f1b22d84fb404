package com.sessionanalyzer.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.standalone.Commands;
import com.sessionanalyzer.testing.TestRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** {@code csa load} into a broker, with a file of 5,000 records that each test has for itself. */
abstract class LoadTest {

    /** A broker of its own: here positions in the topics of records are looked at. */
    static final EmbeddedKafka KAFKA = TestRun.keep(directory -> EmbeddedKafka.start(directory.resolve("load"), 0));

    static final Map<String, Object> CLUSTER = Map.of("bootstrap.servers", KAFKA.bootstrapServers());

    @TempDir
    Path directory;

    final StringWriter said = new StringWriter();
    String organization = "";
    Path file = Path.of("");
    byte[] content = {};

    @BeforeEach
    void write(TestInfo test) throws IOException {
        Topics topics = new Topics(CLUSTER, Duration.ofSeconds(20));
        topics.ensure(SessionTopics.all(3));
        topics.ensure(IntakeLogTopics.all(3));
        organization = "load-" + Integer.toHexString(test.getDisplayName().hashCode());
        content = Generated.content(BulkFormat.NDJSON, 5_000);
        file = Files.write(directory.resolve("records.ndjson"), content);
    }

    final int line(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        return Commands.line().setOut(writer).setErr(writer).execute(arguments);
    }

    final int load(Path loaded, String... options) {
        return run(Stream.concat(Stream.of(loaded.toString(), "--no-wait"), Stream.of(options))
                .toArray(String[]::new));
    }

    final int run(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of(
                                "load",
                                "--bootstrap-servers",
                                KAFKA.bootstrapServers(),
                                "--organization",
                                organization),
                        Stream.of(arguments))
                .toArray(String[]::new);
        return line(all);
    }

    final List<ConsumerRecord<byte[], byte[]>> submissions() {
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(0, 1, 2)
                    .map(partition -> new TopicPartition(SessionTopics.SUBMISSIONS, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
        }
        return messages.stream()
                .filter(message -> header(message, "organization").equals(organization))
                .sorted(Comparator.comparingLong(message -> Long.parseLong(header(message, "line"))))
                .toList();
    }

    static void settle(DeliveryKey key, long received, long recorded, long rejected) {
        Delivery delivery = new Delivery(
                "records.ndjson",
                "stream",
                "application/x-ndjson",
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                DeliveryState.RUNNING,
                -1,
                0,
                0,
                "",
                received,
                recorded,
                rejected,
                rejected == 0 ? Map.of() : Map.of("region:required", rejected),
                Position.BEGINNING);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(CLUSTER, new ByteArraySerializer(), new ByteArraySerializer())) {
            assertThat(producer.send(new ProducerRecord<>(IntakeLogTopics.DELIVERIES, key.encode(), delivery.encode())))
                    .succeedsWithin(Duration.ofMinutes(1));
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> message, String key) {
        return new String(message.headers().lastHeader(key).value(), StandardCharsets.UTF_8);
    }

    static String value(List<ConsumerRecord<byte[], byte[]>> messages) {
        return messages.stream().map(message -> text(message.value())).collect(Collectors.joining());
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
