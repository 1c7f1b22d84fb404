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
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole product, with things put into its topics and its database that nobody posted. One instance is for all, so
 * each test mends what it broke.
 */
@TestMethodOrder(OrderAnnotation.class)
class VerifyIT {

    private static final Duration START = Duration.ofMinutes(5);

    private static final String RECORD = """
        {"customer": "acme.com", "region": "EU", "sessions": 3, "source": "MySQL", "destination": "BQ"}
        """;

    @TempDir
    static Path directory;

    private static final int PORT = RunningCsa.freePort();
    private static final AtomicInteger RECORDED = new AtomicInteger();

    private static RunningCsa csa;
    private static Instance instance;

    @BeforeAll
    static void start() throws IOException {
        csa = RunningCsa.run(directory, "start", "--port", "" + PORT, "--data", "data");
        await().atMost(START).until(() -> !csa.isRunning() || csa.output().contains("is ready"));
        instance = Instance.find(new DataDirectory(directory.resolve("data"))).orElseThrow();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        csa.interrupt();
        csa.waitForEnd();
    }

    @Test
    void putsPoisonAsideAndCountsItAsNothing() throws IOException, InterruptedException {
        int shard = post().position().offsets().firstKey();

        send(SessionTopics.RECORDS, shard, new byte[] {9}, new byte[] {1, 2, 3});

        ConsumerRecord<byte[], byte[]> letter = deadLetter();
        assertThat(letter.value()).containsExactly(1, 2, 3);
        assertThat(letter.headers().lastHeader("__streams.errors.message")).isNotNull();
        assertThat(verify(0))
                .contains("over " + RECORDED + " records", RECORDED + " rows with " + RECORDED + " records");
    }

    @Test
    void saysWhereThereIsNoRoomForTheComparison() {
        String missing = directory.resolve("missing").toString();

        String said = Commands.verify(2, "--data", directory.resolve("data").toString(), "--scratch", missing);

        assertThat(said).contains("Nothing was compared.", missing, "Say another place with --scratch.");
    }

    @Test
    void findsARowThatIsNotAsTheLogSays() throws SQLException, IOException, InterruptedException {
        String id = post().id();
        assertThat(verify(0)).contains("All equal.");

        change("update session_record set sessions = 4 where id = ?::uuid", id);
        assertThat(verify(1)).contains("sessions: the log says 3, found 4", "1 differences.");

        change("update session_record set sessions = 3 where id = ?::uuid", id);
        assertThat(verify(0)).contains("All equal.");
    }

    @Test
    void findsANumberThatIsNotAsTheLogSays() throws IOException, InterruptedException {
        Position newest = post().position();
        assertThat(verify(0)).contains("All equal.");

        sendCustomers(7, newest);
        await().untilAsserted(() ->
                assertThat(verify(1)).contains("total_customers: the log says 1, found 7", "1 differences."));

        sendCustomers(1, newest);
        await().untilAsserted(() -> assertThat(verify(0)).contains("All equal."));
    }

    private static void sendCustomers(long customers, Position newest) {
        int shard = newest.offsets().firstKey();
        long offset = newest.offsets().values().iterator().next();
        send(
                SessionTopics.CUBE,
                shard,
                new CubeKey.Tally(new OrganizationId("default"), shard, SessionCube.CUSTOMERS, "").encode(),
                new CubeEntry.Tally(customers).encode());
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
    }

    @Test
    void findsARecordThatNobodyLetIn() throws IOException, InterruptedException {
        post();
        SessionRecord foreign = aSession().channel(Channel.BULK).build();
        byte[] key = foreign.key().encode();
        int shard = foreign.key().partition(6);

        send(SessionTopics.RECORDS, shard, key, SessionRecordCodec.encode(foreign));

        assertThat(verify(1))
                .contains(
                        "Books: api: " + RECORDED + " recorded − 0 deleted = " + RECORDED + " rows.",
                        "Books: bulk: 0 recorded − 0 deleted ≠ 1 records in the log.",
                        "Books: bulk: 0 recorded − 0 deleted ≠ 1 records in the ledger.",
                        "Books: bulk: 0 recorded − 0 deleted ≠ 1 rows.",
                        "Books: all: " + RECORDED + " recorded and not deleted ≠ " + (RECORDED.get() + 1)
                                + " records in the cube.",
                        "4 differences.");
        JsonNode books = pipeline();
        assertThat(books.get("balance").asString()).isEqualTo("off");
        assertThat(difference(books, "bulk", "rows")).isEqualTo(1);
        assertThat(difference(books, "api", "rows")).isZero();

        send(SessionTopics.RECORDS, shard, key, null);
        assertThat(verify(0)).contains("All equal.");
    }

    /** The last one, for the row stays away. */
    @Test
    @Order(Integer.MAX_VALUE)
    void saysWhichRowIsMissing() throws SQLException, IOException, InterruptedException {
        String id = post().id();
        await().untilAsserted(
                        () -> assertThat(pipeline().get("balance").asString()).isEqualTo("balanced"));

        change("delete from session_record where id = ?::uuid", id);

        await().untilAsserted(
                        () -> assertThat(pipeline().get("balance").asString()).isEqualTo("off"));
        assertThat(difference(pipeline(), "api", "rows")).isEqualTo(-1);
        assertThat(difference(pipeline(), "api", "ledger")).isZero();
        assertThat(verify(1))
                .contains("Books: api: " + RECORDED + " recorded − 0 deleted ≠ " + (RECORDED.get() - 1) + " rows.");
    }

    @Test
    void balancesWhatWasRejectedAndWhatIsPostedWhileItLooks() throws IOException, InterruptedException {
        post();
        RunningCsa.post(PORT, "{\"session_data\": \"Customer: a.com\"}");
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

    /** A record that was let in. */
    private record Posted(String id, Position position) {}

    private static Posted post() throws IOException, InterruptedException {
        HttpResponse<String> answer = RunningCsa.post(PORT, RECORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        RECORDED.incrementAndGet();
        return new Posted(
                answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", ""),
                Position.parse(answer.headers().firstValue(Position.HEADER).orElseThrow()));
    }

    private static void change(String sql, String id) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(instance.jdbcUrl(), instance.jdbcUser(), instance.jdbcPassword());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static void postQuietly() {
        try {
            post();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static JsonNode pipeline() throws IOException, InterruptedException {
        return new JsonMapper().readTree(RunningCsa.get(PORT, "/api/pipeline"));
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

    private static String verify(int status) {
        return Commands.verify(status, "--data", directory.resolve("data").toString());
    }

    private static void send(String topic, int partition, byte[] key, byte @Nullable [] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", instance.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            assertThat(producer.send(new ProducerRecord<>(topic, partition, key, value)))
                    .succeedsWithin(Duration.ofMinutes(1));
        }
    }

    private static ConsumerRecord<byte[], byte[]> deadLetter() {
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
