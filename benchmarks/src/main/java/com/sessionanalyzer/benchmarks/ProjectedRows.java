package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.projection.Projection;
import com.sessionanalyzer.query.projection.ProjectionTable;
import com.sessionanalyzer.query.session.MeasuredRows;
import com.sessionanalyzer.query.session.search.BlockKeeper;
import com.sessionanalyzer.schema.Position;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The product's projection, which writes the rows of a log exactly once, in this process. */
final class ProjectedRows {

    private static final String CLUSTER = "benchmark";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final String bootstrapServers;
    private final MeasuredDatabase database;
    private final Position end;
    private final long records;
    private final Spent self = new Spent(ProcessHandle.current());
    private final List<Double> written = new ArrayList<>();
    private final List<Double> searchable = new ArrayList<>();
    private double reader;
    private double server;

    /**
     * @param end     where the log ends
     * @param records how many are in it
     */
    ProjectedRows(String bootstrapServers, MeasuredDatabase database, Position end, long records) {
        this.bootstrapServers = bootstrapServers;
        this.database = database;
        this.end = end;
        this.records = records;
    }

    /** Writes all rows into the empty table, once more. */
    void measure(boolean counts) throws IOException {
        double readerBefore = self.cpuSeconds();
        double serverBefore = database.cpuSeconds();
        double projected = project();
        double known = projected + learnBlocks();
        if (counts) {
            written.add(records / projected);
            searchable.add(records / known);
            server += database.cpuSeconds() - serverBefore;
            reader += self.cpuSeconds() - readerBefore;
        }
    }

    Measured measured() {
        return new Measured(
                "projection",
                written,
                Costs.perMillion(Map.of("reader", reader, "postgres", server), (double) records * written.size()));
    }

    Measured searchable() {
        return new Measured("and what a search reads", searchable, Map.of());
    }

    private double project() {
        PositionGate gate = new PositionGate(1);
        ConsumerLoop loop = new ConsumerLoop(
                "benchmark",
                this::consumer,
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

    /** Seconds until the blocks of all rows are known, which the product does while it writes rows. */
    private double learnBlocks() {
        long began = System.nanoTime();
        new BlockKeeper(
                        new JdbcTemplate(database.connections()),
                        new TransactionTemplate(new DataSourceTransactionManager(database.connections())))
                .keep();
        return (System.nanoTime() - began) / 1e9;
    }

    private Consumer<byte[], byte[]> consumer() {
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
}
