package com.sessionanalyzer.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A row that moves between keys of several partitions, which are read in any order and by batches of any size. */
class VersionOrderIT {

    private static final Moving MAPPING = new Moving();
    private static final DriverManagerDataSource DATABASE =
            new DriverManagerDataSource(TestPostgres.newDatabase(), TestPostgres.username(), TestPostgres.password());

    @BeforeContainer
    static void prepare() throws SQLException {
        execute("create table projection_offset (topic text, partition integer, cluster_id text, next_offset bigint,"
                + " as_of timestamptz, last_offset bigint not null default -1, primary key (topic, partition))");
        execute("create table moving (id text primary key, owner text not null, revision integer not null)");
    }

    /** Each step gives the row a new version under one of four keys; zero deletes it, for good. */
    @Property(tries = 150)
    void theNewestVersionStaysWhicheverPartitionIsReadFirst(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 4) Integer> steps, @ForAll Random random)
            throws SQLException {
        execute("truncate moving");
        Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> partitions = new LinkedHashMap<>();
        int owner = 0;
        int revision = 0;
        for (int step : steps) {
            if (owner != 0 && owner != step) {
                write(partitions, owner, null);
            }
            owner = step;
            if (owner == 0) {
                break;
            }
            write(partitions, owner, ++revision);
        }

        read(partitions, random);

        assertThat(rows()).isEqualTo(owner == 0 ? List.of() : List.of("owner-" + owner + " " + revision));
    }

    private static void write(
            Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> partitions, int owner, @Nullable Integer revision) {
        int partition = owner % 3;
        Deque<ConsumerRecord<byte[], byte[]>> log = partitions.computeIfAbsent(partition, any -> new ArrayDeque<>());
        byte[] key = ("owner-" + owner).getBytes(UTF_8);
        log.add(new ConsumerRecord<>(
                MAPPING.topic(),
                partition,
                log.size(),
                key,
                revision == null ? null : revision.toString().getBytes(UTF_8)));
    }

    private static void read(Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> partitions, Random random)
            throws SQLException {
        BatchWriter writer = new BatchWriter(
                new RowReader(MAPPING),
                new TableWriter(DATABASE, MAPPING, new OffsetStore(MAPPING.topic(), "cluster")),
                new OffsetStore(MAPPING.topic(), "cluster"));
        while (partitions.values().stream().anyMatch(log -> !log.isEmpty())) {
            List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
            for (Deque<ConsumerRecord<byte[], byte[]>> log : partitions.values()) {
                for (int left = random.nextInt(3); left > 0 && !log.isEmpty(); left--) {
                    batch.add(log.remove());
                }
            }
            writer.write(batch, new HashMap<>());
        }
    }

    private static List<String> rows() throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select owner || ' ' || revision from moving")) {
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

    /** One row with the id {@code one}, whose key is its owner. */
    private static final class Moving implements TableMapping {

        @Override
        public String topic() {
            return "moving";
        }

        @Override
        public String table() {
            return "moving";
        }

        @Override
        public List<String> primaryKey() {
            return List.of("id");
        }

        @Override
        public List<String> keyColumns() {
            return List.of("id", "owner");
        }

        @Override
        public String versionColumn() {
            return "revision";
        }

        @Override
        public List<String> columns() {
            return List.of("id", "owner", "revision");
        }

        @Override
        public List<String> key(byte[] key) {
            return List.of("one", new String(key, UTF_8));
        }

        @Override
        public List<@Nullable String> row(byte[] key, byte[] value, Place place) {
            return List.of("one", new String(key, UTF_8), new String(value, UTF_8));
        }
    }
}
