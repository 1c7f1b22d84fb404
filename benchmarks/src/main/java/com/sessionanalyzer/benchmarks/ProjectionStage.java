package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.projection.Projection;
import com.sessionanalyzer.query.projection.ProjectionTable;
import com.sessionanalyzer.query.session.MeasuredRows;
import com.sessionanalyzer.query.session.search.BlockKeeper;
import com.sessionanalyzer.schema.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** From the log into the table with all of its indexes, exactly once, and bare COPY and Kafka Connect with the same rows. */
final class ProjectionStage implements Stage {

    private static final String CLUSTER = "benchmark";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final double MILLION = 1e6;

    @Override
    public String name() {
        return "projection";
    }

    @Override
    public String description() {
        return "records in the log until the table has them and their offsets, and COPY and Connect with the same rows";
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("csa-bench");
        try (StartedJvm broker = Broker.start(directory);
                MeasuredDatabase database = MeasuredDatabase.start(directory.resolve("postgres"))) {
            broker.await(() -> !Broker.bootstrapServers(broker).isEmpty());
            String bootstrapServers = Broker.bootstrapServers(broker);
            Position end = new RecordsLog(bootstrapServers).write(setting.records());
            return measure(setting, database, bootstrapServers, end, directory);
        } catch (SQLException failed) {
            throw new IOException(failed);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static List<Measured> measure(
            Setting setting, MeasuredDatabase database, String bootstrapServers, Position end, Path directory)
            throws IOException, SQLException, InterruptedException {
        Path rows = directory.resolve("rows");
        ConnectRows connect = new ConnectRows(bootstrapServers, database, directory);
        Spent self = new Spent(ProcessHandle.current());
        List<Double> ours = new ArrayList<>();
        List<Double> searchable = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        double reader = 0;
        double server = 0;
        double copying = 0;
        for (int i = -setting.warmUps(); i < setting.repeats(); i++) {
            database.empty();
            double before = self.cpuSeconds();
            double beforeServer = database.cpuSeconds();
            double projected = project(database, bootstrapServers, end);
            double known = projected + learnBlocks(database);
            double afterServer = database.cpuSeconds();
            double after = self.cpuSeconds();
            database.copyOut(rows);
            database.empty();
            double beforeCopy = database.cpuSeconds();
            long began = System.nanoTime();
            requireAll(setting.records(), database.copyIn(rows));
            double copied = setting.records() / ((System.nanoTime() - began) / 1e9);
            if (i >= 0) {
                ours.add(setting.records() / projected);
                searchable.add(setting.records() / known);
                theirs.add(copied);
                reader += after - before;
                server += afterServer - beforeServer;
                copying += database.cpuSeconds() - beforeCopy;
                if (ConnectRows.isThere()) {
                    database.empty();
                    connect.measure();
                    requireAll(setting.records(), database.rows());
                }
            }
        }
        double all = setting.records() * (double) setting.repeats();
        Measured copy =
                new Measured("bare COPY, one transaction", theirs, perMillion(Map.of("postgres", copying), all));
        Measured projection = new Measured(
                        "projection", ours, perMillion(Map.of("reader", reader, "postgres", server), all))
                .comparedWith(copy);
        Measured search = new Measured("and what a search reads", searchable, Map.of());
        if (!ConnectRows.isThere()) {
            return List.of(projection, search, copy);
        }
        return List.of(projection.comparedWith(connect.measured()), search, copy, connect.measured());
    }

    /** Seconds until the blocks of all rows are known, which the product does while it writes rows. */
    private static double learnBlocks(MeasuredDatabase database) {
        long began = System.nanoTime();
        new BlockKeeper(
                        new JdbcTemplate(database.connections()),
                        new TransactionTemplate(new DataSourceTransactionManager(database.connections())))
                .keep();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double project(MeasuredDatabase database, String bootstrapServers, Position end) {
        PositionGate gate = new PositionGate(1);
        ConsumerLoop loop = new ConsumerLoop(
                "benchmark",
                () -> consumer(bootstrapServers),
                new Projection(
                        MeasuredRows.mapping(), new ProjectionTable(database.connections(), CLUSTER), gate::reach),
                Duration.ofMillis(100));
        long began = System.nanoTime();
        loop.start();
        try {
            if (!gate.await(end, PATIENCE)) {
                throw new IllegalStateException("the rows have not come to " + end + " but to " + gate.reached());
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            loop.stop();
        }
    }

    private static Consumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "benchmark",
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "none",
                        "max.poll.records",
                        5000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void requireAll(long records, long rows) {
        if (rows != records) {
            throw new IllegalStateException("the table has " + rows + " of " + records + " records");
        }
    }

    private static Map<String, Object> perMillion(Map<String, Double> seconds, double records) {
        Map<String, Object> costs = new TreeMap<>();
        seconds.forEach((process, all) -> costs.put(process, Math.round(all / records * MILLION * 100) / 100.0));
        return Map.of("cpuSecondsPerMillion", costs);
    }
}
