package com.sessionanalyzer.standalone;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionCube;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
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
import java.util.concurrent.atomic.AtomicBoolean;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product, with things put into its topics and its database that nobody posted. */
class VerifyIT {

    private static final Duration START = Duration.ofMinutes(5);

    private static final String RECORD = """
        {"customer": "acme.com", "region": "EU", "sessions": 3, "source": "MySQL", "destination": "BQ"}
        """;

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
        HttpResponse<String> answer = RunningCsa.post(port, RECORD);
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

    @Test
    void findsARecordThatNobodyLetIn() throws IOException, InterruptedException {
        SessionRecord foreign = aSession().channel(Channel.BULK).build();

        send(
                SessionTopics.RECORDS,
                foreign.key().partition(6),
                foreign.key().encode(),
                SessionRecordCodec.encode(foreign));

        assertThat(verify(1))
                .contains(
                        "Books: api: 1 recorded − 0 deleted = 1 rows.",
                        "Books: bulk: 0 recorded − 0 deleted ≠ 1 records in the log.",
                        "Books: bulk: 0 recorded − 0 deleted ≠ 1 records in the ledger.",
                        "Books: bulk: 0 recorded − 0 deleted ≠ 1 rows.",
                        "Books: all: 1 recorded and not deleted ≠ 2 records in the cube.",
                        "4 differences.");
        JsonNode books = pipeline();
        assertThat(books.get("balance").asString()).isEqualTo("off");
        assertThat(difference(books, "bulk", "rows")).isEqualTo(1);
        assertThat(difference(books, "api", "rows")).isZero();
    }

    @Test
    void saysWhichRowIsMissing() throws SQLException, IOException, InterruptedException {
        await().untilAsserted(
                        () -> assertThat(pipeline().get("balance").asString()).isEqualTo("balanced"));

        try (Connection connection =
                        DriverManager.getConnection(instance.jdbcUrl(), instance.jdbcUser(), instance.jdbcPassword());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("delete from session_record")).isEqualTo(1);
        }

        await().untilAsserted(
                        () -> assertThat(pipeline().get("balance").asString()).isEqualTo("off"));
        assertThat(difference(pipeline(), "api", "rows")).isEqualTo(-1);
        assertThat(difference(pipeline(), "api", "ledger")).isZero();
        assertThat(verify(1)).contains("Books: api: 1 recorded − 0 deleted ≠ 0 rows.");
    }

    @Test
    void balancesWhatWasRejectedAndWhatIsPostedWhileItLooks() throws IOException, InterruptedException {
        RunningCsa.post(port, "{\"session_data\": \"Customer: a.com\"}");
        AtomicBoolean wanted = new AtomicBoolean(true);
        Thread posting = new Thread(() -> {
            for (int posted = 0; posted < 200 && wanted.get(); posted++) {
                postQuietly();
            }
        });
        posting.start();

        String live = verify(0);
        wanted.set(false);
        posting.join();

        assertThat(live).contains("All equal.");
        assertThat(verify(0)).contains("api: 1 rejected = 1 rejections in the database, and erased.", "All equal.");
    }

    private void postQuietly() {
        try {
            RunningCsa.post(port, RECORD);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JsonNode pipeline() throws IOException, InterruptedException {
        return new JsonMapper().readTree(RunningCsa.get(port, "/api/pipeline"));
    }

    private static long difference(JsonNode books, String channel, String stage) {
        return books.get("comparisons")
                .valueStream()
                .filter(comparison -> comparison.get("channel").asString().equals(channel)
                        && comparison.get("stage").asString().equals(stage))
                .findFirst()
                .orElseThrow()
                .get("difference")
                .asLong();
    }

    private String verify(int status) {
        return Commands.verify(status, "--data", directory.resolve("data").toString());
    }

    private void send(String topic, int partition, byte[] key, byte @Nullable [] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", instance.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            assertThat(producer.send(new ProducerRecord<>(topic, partition, key, value)))
                    .succeedsWithin(Duration.ofMinutes(1));
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
