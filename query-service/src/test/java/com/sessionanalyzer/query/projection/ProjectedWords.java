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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A topic of {@link Words}, a database with a table of them in which each write of a row is logged, and readers that fill it. */
final class ProjectedWords implements AutoCloseable {

    static final Duration LONG = Duration.ofMinutes(1);

    private static final AtomicInteger TOPICS = new AtomicInteger();

    private final String topic = "projection-" + TOPICS.incrementAndGet();
    private final PositionGate gate = new PositionGate(1);
    private final Set<String> connected = ConcurrentHashMap.newKeySet();
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPostgres.newDatabase(), TestPostgres.username(), TestPostgres.password()) {
                @Override
                public Connection getConnection() throws SQLException {
                    connected.add(Thread.currentThread().getName());
                    return super.getConnection();
                }
            };
    private final JdbcTemplate sql = new JdbcTemplate(database);

    /** One request at a time: where a topic is new, two may hang while their partition gets its leader. */
    private final Producer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "max.in.flight.requests.per.connection", 1),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    private @Nullable ConsumerLoop loop;
    private @Nullable ProjectionTable table;

    ProjectedWords(int partitions) {
        new Topics(Map.of("bootstrap.servers", TestKafka.bootstrapServers()), LONG)
                .ensure(List.of(new NewTopic(topic, partitions, (short) 1)));
        execute("create table projection_offset (topic text, partition integer, cluster_id text, next_offset bigint,"
                + " as_of timestamptz, last_offset bigint not null default -1, primary key (topic, partition))");
        execute("create table word (id text primary key, text text not null, size smallint not null,"
                + " partition integer not null, place bigint not null, at timestamptz not null, change uuid)");
        execute("create table gone (id text primary key, text text, partition integer, place bigint, at timestamptz,"
                + " change uuid)");
        execute("create table word_log (id text)");
        execute("create function log() returns trigger language plpgsql as"
                + " 'begin insert into word_log values (new.id); return new; end'");
        execute("create trigger log after insert or update on word for each row execute function log()");
    }

    String topic() {
        return topic;
    }

    /** The producer of the topic, which is closed with this. */
    Producer<byte[], byte[]> producer() {
        return producer;
    }

    ProducerRecord<byte[], byte[]> record(String key, @Nullable String value) {
        return new ProducerRecord<>(
                topic,
                key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends to the first partition, the only one of most tests. */
    Position send(String key, @Nullable String value) throws Exception {
        return Position.of(0, producer.send(record(key, value)).get().offset());
    }

    /** Starts the reader that {@link #close()} stops. */
    void start(String instance) {
        loop = reader(instance);
        loop.start();
    }

    void stop() {
        requireNonNull(loop).stop();
    }

    /** A reader of the one group. */
    ConsumerLoop reader(String instance) {
        table = newTable();
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
                                "read_committed",
                                "max.poll.records",
                                5_000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                projection,
                Duration.ofMillis(100));
    }

    ProjectionTable newTable() {
        return new ProjectionTable(database, TestKafka.clusterId());
    }

    /** What the latest reader says of itself. */
    Health health() {
        return new ProjectionsHealth(requireNonNull(table)).health();
    }

    Position reached() {
        return gate.reached();
    }

    void awaitReached(Position position) {
        assertThat(gate.await(position, LONG)).isTrue();
    }

    /** The names of all threads that have connected to the database. */
    Set<String> connected() {
        return connected;
    }

    void execute(String statement) {
        sql.execute(statement);
    }

    List<String> query(String query) {
        return sql.queryForList(query, String.class);
    }

    @Override
    public void close() {
        if (loop != null) {
            loop.stop();
        }
        producer.close();
    }
}
