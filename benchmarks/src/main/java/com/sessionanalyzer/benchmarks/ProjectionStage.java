package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.schema.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** From the log into the table with all of its indexes, exactly once, and bare COPY and Kafka Connect with the same rows. */
final class ProjectionStage implements Stage {

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
        ProjectedRows projected = new ProjectedRows(bootstrapServers, database, end, setting.records());
        CopiedRows copied = new CopiedRows(database, directory.resolve("rows"));
        ConnectRows connect = new ConnectRows(bootstrapServers, database, directory);
        for (int repeat = -setting.warmUps(); repeat < setting.repeats(); repeat++) {
            database.empty();
            projected.measure(repeat >= 0);
            copied.measure(repeat >= 0);
            requireAll(setting.records(), copied.rows());
            if (repeat >= 0 && ConnectRows.isThere()) {
                database.empty();
                connect.measure();
                requireAll(setting.records(), database.rows());
            }
        }
        Measured rows = projected.measured().comparedWith(copied.measured());
        if (!ConnectRows.isThere()) {
            return List.of(rows, projected.searchable(), copied.measured());
        }
        return List.of(
                rows.comparedWith(connect.measured()), projected.searchable(), copied.measured(), connect.measured());
    }

    private static void requireAll(long records, long rows) {
        if (rows != records) {
            throw new IllegalStateException("the table has " + rows + " of " + records + " records");
        }
    }
}
