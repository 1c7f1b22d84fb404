package com.sessionanalyzer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionCube;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.Instance;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product, with things put into its topics and its database that nobody posted. */
class VerifyIT {

    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private final int port = RunningCsa.freePort();

    private RunningCsa csa;
    private Instance instance;
    private Position written;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        csa = RunningCsa.run(directory, "start", "--port", "" + port, "--data", "data");
        await().atMost(START).until(() -> !csa.isRunning() || csa.output().contains("is ready"));
        instance = Instance.find(new DataDirectory(directory.resolve("data"))).orElseThrow();
        HttpResponse<String> answer = RunningCsa.post(port, """
                {"customer": "acme.com", "region": "EU", "sessions": 3, "source": "MySQL", "destination": "BQ"}
                """);
        written = Position.parse(answer.headers().firstValue(Position.HEADER).orElseThrow());
    }

    @AfterEach
    void stop() throws InterruptedException {
        csa.interrupt();
        csa.waitForEnd();
    }

    @Test
    void putsPoisonAsideAndCountsItAsNothing() throws IOException, InterruptedException {
        int shard = written.offsets().firstKey();

        send(SessionTopics.RECORDS, shard, new byte[] {9}, new byte[] {1, 2, 3});

        ConsumerRecord<byte[], byte[]> letter = deadLetter();
        assertThat(letter.value()).containsExactly(1, 2, 3);
        assertThat(letter.headers().lastHeader("__streams.errors.message")).isNotNull();
        assertThat(verify(0)).contains("over 1 records", "1 rows with 1 records", "All equal.");
    }

    @Test
    void findsARowThatIsNotAsTheLogSays() throws SQLException, IOException, InterruptedException {
        assertThat(verify(0)).contains("All equal.");

        try (Connection connection =
                        DriverManager.getConnection(instance.jdbcUrl(), instance.jdbcUser(), instance.jdbcPassword());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update session_record set sessions = 4"))
                    .isEqualTo(1);
        }

        assertThat(verify(1)).contains("sessions: the log says 3, found 4", "1 differences.");
    }

    @Test
    void findsANumberThatIsNotAsTheLogSays() throws IOException, InterruptedException {
        int shard = written.offsets().firstKey();
        long offset = written.offsets().values().iterator().next();
        assertThat(verify(0)).contains("All equal.");

        send(
                SessionTopics.CUBE,
                shard,
                new CubeKey.Tally(new OrganizationId("default"), shard, SessionCube.CUSTOMERS, "").encode(),
                new CubeEntry.Tally(7).encode());
        send(
                SessionTopics.CUBE,
                shard,
                new CubeKey.Progress(shard).encode(),
                new CubeEntry.Progress(offset, Instant.EPOCH).encode());
        send(
                SessionTopics.CUSTOMERS,
                shard,
                new CustomerKey.Progress(shard).encode(),
                new CustomerEntry.Progress(offset, Instant.EPOCH).encode());

        await().untilAsserted(() ->
                assertThat(verify(1)).contains("total_customers: the log says 1, found 7", "1 differences."));
    }

    private String verify(int status) throws IOException, InterruptedException {
        RunningCsa verify = RunningCsa.run(directory, "verify", "--data", "data");
        assertThat(verify.waitForEnd()).as(verify.output()).isEqualTo(status);
        return verify.output();
    }

    private void send(String topic, int partition, byte[] key, byte @Nullable [] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", instance.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            assertThat(producer.send(new ProducerRecord<>(topic, partition, key, value)))
                    .succeedsWithin(Duration.ofSeconds(10));
        }
    }

    private ConsumerRecord<byte[], byte[]> deadLetter() {
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", instance.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(SessionTopics.DEAD_LETTERS, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
                return !letters.isEmpty();
            });
        }
        return letters.get(0);
    }
}
