package com.sessionanalyzer.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.projection.WrittenLog.Entry;
import com.sessionanalyzer.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the log said at any moment, after its partitions were read in any order and by batches of any size. */
class ChronicleIT {

    private static final OwnedRows MAPPING = new OwnedRows();
    private static final DriverManagerDataSource DATABASE =
            new DriverManagerDataSource(TestPostgres.newDatabase(), TestPostgres.username(), TestPostgres.password());

    @BeforeContainer
    static void prepare() throws SQLException {
        execute("create table projection_offset (topic text, partition integer, cluster_id text, next_offset bigint,"
                + " as_of timestamptz, last_offset bigint not null default -1, primary key (topic, partition))");
        String columns = "id text, owner text, revision integer, text text, log_partition integer, log_offset bigint,"
                + " logged_at timestamptz, change_id uuid";
        execute("create table owned (" + columns + ", primary key (id))");
        execute("create table owned_history (" + columns + ", valid_until timestamptz not null,"
                + " primary key (id, log_partition, log_offset))");
        execute("create table owned_version (id text, revision integer, log_partition integer, log_offset bigint,"
                + " logged_at timestamptz, change_id uuid, primary key (id, log_partition, log_offset))");
        execute("create table owned_erasure (id text primary key, erased_at timestamptz not null)");
    }

    @Property(tries = 12)
    void saysWhatTheLogSaidAtAnyMoment(@ForAll @IntRange(min = 1, max = 30) int steps, @ForAll Random random)
            throws SQLException {
        execute("truncate owned, owned_history, owned_version, owned_erasure");
        WrittenLog log = WrittenLog.random(steps, random);

        read(log, random);

        assertSaysTheSame(log);
    }

    @Property(tries = 8)
    void saysTheSameAfterTheRowsAreMadeAnewFromTheLog(
            @ForAll @IntRange(min = 1, max = 30) int steps, @ForAll Random random) throws SQLException {
        execute("truncate owned, owned_history, owned_version, owned_erasure");
        WrittenLog log = WrittenLog.random(steps, random);
        read(log, random);
        execute("truncate owned");

        read(log, random);

        assertSaysTheSame(log);
    }

    private static void assertSaysTheSame(WrittenLog log) throws SQLException {
        for (long time = 0; time <= log.now() + 1; time++) {
            assertThat(rows(time))
                    .as("at %s of %s", time, log.entries())
                    .containsExactlyInAnyOrderElementsOf(log.at(time));
        }
        assertThat(everything()).as("nothing erased is kept of %s", log).noneMatch(log::isErased);
    }

    private static List<String> rows(long time) throws SQLException {
        String at = "'" + Instant.ofEpochMilli(time) + "'";
        return query("select id || ' ' || owner || ' ' || revision || ' ' || text from owned where logged_at <= " + at
                + " union all select id || ' ' || owner || ' ' || revision || ' ' || text from owned_history"
                + " where logged_at <= " + at + " and valid_until > " + at);
    }

    private static List<String> everything() throws SQLException {
        return query("select text from owned union all select text from owned_history");
    }

    private static void read(WrittenLog log, Random random) throws SQLException {
        OffsetStore offsets = new OffsetStore(MAPPING.topic(), "cluster");
        BatchWriter writer = new BatchWriter(
                new RowReader(MAPPING),
                new TableWriter(
                        DATABASE, MAPPING, offsets, ProjectionMeters.none().copies(MAPPING.topic())),
                offsets);
        Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> partitions = new LinkedHashMap<>();
        for (Entry entry : log.entries()) {
            partitions
                    .computeIfAbsent(entry.partition(), any -> new ArrayDeque<>())
                    .add(entry.message(MAPPING.topic()));
        }
        while (partitions.values().stream().anyMatch(left -> !left.isEmpty())) {
            List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
            for (Deque<ConsumerRecord<byte[], byte[]>> partition : partitions.values()) {
                for (int count = random.nextInt(5); count > 0 && !partition.isEmpty(); count--) {
                    batch.add(partition.remove());
                }
            }
            writer.write(batch, new HashMap<>());
        }
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
