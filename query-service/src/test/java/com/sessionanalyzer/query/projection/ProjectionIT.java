package com.sessionanalyzer.query.projection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.testing.TestKafka;
import com.sessionanalyzer.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ProjectionIT {

    private static final AtomicInteger TOPICS = new AtomicInteger();
    private static final Duration LONG = Duration.ofMinutes(1);

    private final String topic = "projection-" + TOPICS.incrementAndGet();
    private final PositionGate gate = new PositionGate(1);
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPostgres.newDatabase(), TestPostgres.username(), TestPostgres.password());
    private final Producer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private @Nullable ConsumerLoop loop;
    private @Nullable ProjectionTable table;

    @BeforeEach
    void prepare() throws SQLException {
        new Topics(Map.of("bootstrap.servers", TestKafka.bootstrapServers()), LONG)
                .ensure(List.of(new NewTopic(topic, 1, (short) 1)));
        execute("create table projection_offset (topic text, partition integer, cluster_id text, next_offset bigint,"
                + " as_of timestamptz,"
                + " last_offset bigint not null default -1, primary key (topic, partition))");
        execute("create table word (id text primary key, text text not null, size smallint not null,"
                + " partition integer not null, place bigint not null, at timestamptz not null, change uuid)");
        execute("create table gone (id text primary key, text text, partition integer, place bigint, at timestamptz,"
                + " change uuid)");
        execute("create table word_log (id text)");
        execute("create function log() returns trigger language plpgsql as"
                + " 'begin insert into word_log values (new.id); return new; end'");
        execute("create trigger log after insert or update on word for each row execute function log()");
    }

    @AfterEach
    void stop() {
        if (loop != null) {
            loop.stop();
        }
        producer.close();
    }

    @Test
    void keepsTheLastValueOfEachKeyAndDeletesWithTombstones() throws Exception {
        send("a", "1:old");
        send("b", "2:gone");
        send("a", "3:new\twith \\N and \0");
        send("b", null);
        Position last = send("c", null);

        start("one");

        awaitReached(last);
        assertThat(query("select id || text from word")).containsExactly("anew\twith \\N and \u2400");
    }

    @Test
    void keepsWhereInTheTopicEachRowIsFrom() throws Exception {
        send("a", "1:old");
        Position last = send("a", "2:new");

        start("one");

        awaitReached(last);
        assertThat(query("select partition || '-' || place from word")).containsExactly("0-1");
        assertThat(query("select (abs(extract(epoch from now() - at)) < 600)::text from word"))
                .containsExactly("true");
    }

    @Test
    void keepsWhatRemainsOfRowsThatTombstonesDeleted() throws Exception {
        start("one");
        send("a", "1:first");
        awaitReached(send("b", "unreadable"));
        Position last = send("a", null);
        send("b", null);
        send("c", "1:shorter than a batch perhaps");
        send("c", null);
        Position end = send("a", null);

        awaitReached(last);
        awaitReached(end);
        assertThat(query("select id || coalesce(text, '?') || place from gone where id <> 'c' order by id"))
                .containsExactly("afirst6", "b?3");
        assertThat(query("select id || place from gone where id = 'c'")).containsExactly("c5");
        assertThat(query("select id from word")).isEmpty();
    }

    @Test
    void keepsNothingOfRowsThatBecameUnreadable() throws Exception {
        start("one");
        awaitReached(send("a", "1:first"));

        awaitReached(send("a", "unreadable"));

        assertThat(query("select id from word")).isEmpty();
        assertThat(query("select id from gone")).isEmpty();
    }

    @Test
    void goesOnWhereAnotherInstanceEnded() throws Exception {
        start("one");
        awaitReached(send("a", "1:first"));
        loop().stop();
        Position last = send("b", "2:second");

        start("another");

        awaitReached(last);
        assertThat(query("select id from word_log order by id")).containsExactly("a", "b");
    }

    @Test
    void cannotBeMadeToWriteTwiceByAZombie() throws Exception {
        start("one");
        awaitReached(send("a", "1:first"));
        execute("update projection_offset set next_offset = 2");
        send("skipped", "1:by the other reader");

        Position last = send("b", "1:second");

        awaitReached(last);
        assertThat(query("select id from word_log order by id")).containsExactly("a", "b");
    }

    @Test
    void leavesOutWhatTheDatabaseRefusesAndNothingElse() throws Exception {
        send("a", "1:good");
        send("b", "1:was good");
        send("b", "99999:beyond smallint");
        send("c", "unreadable");
        Position last = send("d", "2:good too");

        start("one");

        awaitReached(last);
        assertThat(query("select id from word order by id")).containsExactly("a", "d");
    }

    @Test
    void waitsForADatabaseThatIsAwayAndThenGoesOn() throws Exception {
        start("one");
        awaitReached(send("a", "1:before"));
        execute("alter table word rename to word_away");

        Position last = send("b", "1:meanwhile");
        await().during(Duration.ofMillis(500)).until(() -> !gate.reached().contains(last));
        execute("alter table word_away rename to word");

        awaitReached(last);
        assertThat(query("select id from word order by id")).containsExactly("a", "b");
    }

    @Test
    void saysWhatIsWrongWhileTheDatabaseTakesNothingAndThenGoesOn() throws Exception {
        start("one");
        awaitReached(send("a", "1:before"));
        execute("create function full_disk() returns trigger language plpgsql as"
                + " 'begin raise exception ''could not extend file'' using errcode = ''disk_full''; end'");
        execute("create trigger full_disk before insert on word for each statement execute function full_disk()");

        Position last = send("b", "1:meanwhile");
        awaitHealth("DEGRADED", "could not extend file");
        execute("drop trigger full_disk on word");

        awaitReached(last);
        awaitHealth("UP", "working");
        assertThat(query("select id from word order by id")).containsExactly("a", "b");
    }

    @Test
    void saysThatTheDatabaseCannotBeUsedAlthoughNothingComes() throws Exception {
        start("one");
        awaitReached(send("a", "1:before"));

        execute("alter table projection_offset rename to projection_offset_away");
        awaitHealth("DEGRADED", "projection_offset");
        execute("alter table projection_offset_away rename to projection_offset");

        awaitHealth("UP", "working");
    }

    @Test
    void fillsTheTableAgainWhenItsOffsetsAreDeletedWhileItRunsAndNothingComes() throws Exception {
        start("one");
        send("a", "1:first");
        awaitReached(send("b", "2:second"));

        execute("truncate word, projection_offset");

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(query("select id from word order by id")).containsExactly("a", "b"));
    }

    @Test
    void losesAndDoublesNothingWhileTheWorkIsSharedOutAgainAndAgain() throws Exception {
        start("one");
        int written = 0;
        for (int round = 0; round < 3; round++) {
            ConsumerLoop guest = loop("guest");
            guest.start();
            for (int i = 0; i < 300; i++) {
                var unused = producer.send(record("word-" + written++, "1:of round " + round));
            }
            producer.flush();
            guest.stop();
        }

        awaitReached(send("last", "1:last"));

        assertThat(query("select count(*)::text from word")).containsExactly(Integer.toString(written + 1));
        assertThat(query("select id from word_log group by id having count(*) > 1"))
                .isEmpty();
    }

    @Test
    void movesOnOverMarkersOfTransactions() throws Exception {
        start("one");
        try (Producer<byte[], byte[]> transactional = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "transactional.id", topic),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            transactional.initTransactions();
            transactional.beginTransaction();
            transactional.send(record("a", "1:in a transaction")).get();
            transactional.commitTransaction();
        }

        awaitReached(Position.of(0, 1));

        assertThat(query("select id from word")).containsExactly("a");
        assertThat(query("select next_offset || ' ' || last_offset from projection_offset"))
                .containsExactly("2 0");
    }

    @Test
    void refusesADatabaseOfAnotherCluster() throws Exception {
        execute("insert into projection_offset values ('x', 0, 'another', 5, now())");

        assertThatIllegalStateException()
                .isThrownBy(() -> new ProjectionTable(database, TestKafka.clusterId()))
                .withMessageContaining("filled from Kafka cluster another")
                .withMessageContaining("empty database");
    }

    private void awaitHealth(String status, String detail) {
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(health().getStatus().getCode()).isEqualTo(status);
            assertThat(String.valueOf(health().getDetails().get(topic))).contains(detail);
        });
    }

    private Health health() {
        return new ProjectionsHealth(requireNonNull(table)).health();
    }

    private void start(String instance) {
        loop = loop(instance);
        loop.start();
    }

    private ConsumerLoop loop(String instance) {
        table = new ProjectionTable(database, TestKafka.clusterId());
        Projection projection = new Projection(new Words(topic), table, gate::reach);
        return new ConsumerLoop(
                instance,
                () -> new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                TestKafka.bootstrapServers(),
                                "group.id",
                                topic,
                                "auto.offset.reset",
                                "none",
                                "enable.auto.commit",
                                false,
                                "isolation.level",
                                "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                projection,
                Duration.ofMillis(100));
    }

    private ConsumerLoop loop() {
        return requireNonNull(loop);
    }

    private void awaitReached(Position position) {
        assertThat(gate.await(position, LONG)).isTrue();
    }

    private Position send(String key, @Nullable String value) throws Exception {
        return Position.of(0, producer.send(record(key, value)).get().offset());
    }

    private ProducerRecord<byte[], byte[]> record(String key, @Nullable String value) {
        return new ProducerRecord<>(
                topic,
                key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                requireNonNull(database.getUrl()), TestPostgres.username(), TestPostgres.password());
    }
}
