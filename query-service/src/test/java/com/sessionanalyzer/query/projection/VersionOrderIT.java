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
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    private static final ExecutorService READERS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "reader-of-a-partition");
        thread.setDaemon(true);
        return thread;
    });

    @BeforeContainer
    static void prepare() throws SQLException {
        execute("create table projection_offset (topic text, partition integer, cluster_id text, next_offset bigint,"
                + " as_of timestamptz, last_offset bigint not null default -1, primary key (topic, partition))");
        String place = ", log_partition integer, log_offset bigint, logged_at timestamptz, change_id uuid";
        execute("create table moving (id text primary key, owner text, revision integer" + place + ")");
        execute("create table moved (id text, revision integer" + place
                + ", primary key (id, log_partition, log_offset))");
    }

    /** Each step gives the row a new version under one of four keys; zero deletes it, for good. */
    @Property(tries = 100)
    void theNewestVersionStaysWhicheverPartitionIsReadFirst(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 4) Integer> steps, @ForAll Random random)
            throws SQLException {
        assertAllIsThereAfter(steps, partitions -> read(partitions, random));
    }

    /** As several instances read them, or one that is far behind. */
    @Property(tries = 40)
    void theNewestVersionStaysWhenPartitionsAreReadSideBySide(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 4) Integer> steps, @ForAll long seed)
            throws SQLException {
        assertAllIsThereAfter(steps, partitions -> {
            List<CompletableFuture<Void>> readers = new ArrayList<>();
            partitions.forEach((partition, log) -> readers.add(CompletableFuture.runAsync(
                    () -> readAlone(partition, log, new Random(seed + partition)), READERS)));
            readers.forEach(CompletableFuture::join);
        });
    }

    /** Reads partitions to their ends. */
    private interface Reading {

        void read(Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> partitions) throws SQLException;
    }

    private static void assertAllIsThereAfter(List<Integer> steps, Reading reading) throws SQLException {
        execute("truncate moving, moved");
        Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> partitions = new LinkedHashMap<>();
        int owner = 0;
        int revision = -1;
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
        List<String> places = places(partitions);

        reading.read(partitions);

        assertThat(rows("select owner || ' ' || revision from moving"))
                .isEqualTo(owner == 0 ? List.of() : List.of("owner-" + owner + " " + revision));
        assertThat(rows("select coalesce(revision::text, 'end') || ' ' || log_partition || '@' || log_offset from"
                        + " (select revision, log_partition, log_offset from moved"
                        + " union all select revision, log_partition, log_offset from moving) every"))
                .containsExactlyInAnyOrderElementsOf(places);
    }

    private static void readAlone(int partition, Deque<ConsumerRecord<byte[], byte[]>> log, Random random) {
        try {
            read(Map.of(partition, log), random);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> places(Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> partitions) {
        return partitions.values().stream()
                .flatMap(Collection::stream)
                .map(entry -> (entry.value() == null ? "end" : new String(entry.value(), UTF_8)) + " "
                        + entry.partition() + "@" + entry.offset())
                .toList();
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
                new TableWriter(
                        DATABASE,
                        MAPPING,
                        new OffsetStore(MAPPING.topic(), "cluster"),
                        ProjectionMeters.none().copies(MAPPING.topic())),
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

    private static List<String> rows(String query) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
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
        public History history() {
            return new History("moved", List.of("log_partition", "log_offset", "logged_at", "change_id"));
        }

        @Override
        public List<String> columns() {
            return List.of("id", "owner", "revision", "log_partition", "log_offset", "logged_at", "change_id");
        }

        @Override
        public List<String> key(byte[] key) {
            return List.of("one", new String(key, UTF_8));
        }

        @Override
        public List<@Nullable String> row(byte[] key, byte[] value, Place place) {
            List<@Nullable String> row =
                    new ArrayList<>(List.of("one", new String(key, UTF_8), new String(value, UTF_8)));
            row.addAll(place.columns());
            return row;
        }
    }
}
