package com.sessionanalyzer.query.projection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.testing.TestKafka;
import com.sessionanalyzer.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a projection does that is far behind, and writes several partitions at the same time. */
class BacklogIT {

    private static final String TOPIC = "projection-backlog";
    private static final int PARTITIONS = 4;
    private static final int RECORDS = 60_000;
    private static final int CUTS = 5;
    private static final int LANES = Math.min(Runtime.getRuntime().availableProcessors(), 4);
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Set<String> writers = ConcurrentHashMap.newKeySet();

    private final PositionGate gate = new PositionGate(1);
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPostgres.newDatabase(), TestPostgres.username(), TestPostgres.password()) {
                @Override
                public Connection getConnection() throws SQLException {
                    writers.add(Thread.currentThread().getName());
                    return super.getConnection();
                }
            };
    private final JdbcTemplate sql = new JdbcTemplate(database);

    @Test
    void losesAndDoublesNothingWhenItsConnectionsAreCut() {
        new Topics(Map.of("bootstrap.servers", TestKafka.bootstrapServers()), LONG)
                .ensure(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)));
        sql.execute(
                "create table projection_offset (topic text, partition integer, cluster_id text, next_offset bigint,"
                        + " as_of timestamptz, last_offset bigint not null default -1, primary key (topic, partition))");
        sql.execute("create table word (id text primary key, text text not null, size smallint not null,"
                + " partition integer not null, place bigint not null, at timestamptz not null, change uuid)");
        sql.execute("create table gone (id text primary key, text text, partition integer, place bigint,"
                + " at timestamptz, change uuid)");
        sql.execute("create table word_log (id text)");
        sql.execute("create function log() returns trigger language plpgsql as"
                + " 'begin insert into word_log values (new.id); return new; end'");
        sql.execute("create trigger log after insert or update on word for each row execute function log()");
        Position end = send();

        ConsumerLoop loop = loop();
        int connectionsCut = 0;
        loop.start();
        try {
            for (int cut = 1; cut <= CUTS; cut++) {
                assertThat(gate.await(share(end, cut), LONG)).isTrue();
                connectionsCut += sql.queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where datname = current_database() and pid <> pg_backend_pid()")
                        .size();
            }
            assertThat(gate.await(end, LONG)).isTrue();
        } finally {
            loop.stop();
        }

        assertThat(connectionsCut).isPositive();
        assertThat(writers.stream().filter(writer -> writer.contains("-lane-"))).hasSize(LANES);
        assertThat(sql.queryForObject("select count(*) from word", Long.class)).isEqualTo(RECORDS);
        assertThat(sql.queryForObject("select count(*) from word_log", Long.class))
                .isEqualTo(RECORDS);
        assertThat(sql.queryForObject("select count(*) from word where text <> 'word ' || substr(id, 6)", Long.class))
                .isZero();
    }

    private static Position share(Position end, int cut) {
        TreeMap<Integer, Long> some = new TreeMap<>();
        end.offsets().forEach((partition, last) -> some.put(partition, last * cut / (CUTS + 1)));
        return new Position(some);
    }

    private static Position send() {
        TreeMap<Integer, Long> last = new TreeMap<>();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "max.in.flight.requests.per.connection", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int word = 0; word < RECORDS; word++) {
                var unused = producer.send(
                        new ProducerRecord<>(TOPIC, word % PARTITIONS, bytes("word-" + word), bytes("1:word " + word)),
                        (sent, failed) -> {
                            if (failed == null) {
                                last.merge(sent.partition(), sent.offset(), Math::max);
                            }
                        });
            }
        }
        Position end = new Position(last);
        assertThat(end.offsets().values()).containsOnly((long) RECORDS / PARTITIONS - 1);
        return end;
    }

    private ConsumerLoop loop() {
        ProjectionTable table = new ProjectionTable(database, requireNonNull(TestKafka.clusterId()));
        return new ConsumerLoop(
                "backlog",
                () -> new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                TestKafka.bootstrapServers(),
                                "group.id",
                                TOPIC,
                                "auto.offset.reset",
                                "none",
                                "enable.auto.commit",
                                false,
                                "max.poll.records",
                                5_000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                new Projection(new Words(TOPIC), table, gate::reach),
                Duration.ofMillis(100));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
