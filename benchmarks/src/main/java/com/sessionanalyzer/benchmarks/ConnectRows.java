package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kafka Connect with the JDBC sink of Debezium, which writes the rows of a log in a JVM of its own. */
final class ConnectRows {

    /** Connect has libraries of its own versions, and so a class path of its own, which {@code scripts/bench} writes. */
    private static final Path CLASSPATH = Path.of("benchmarks-connect", "target", "classpath");

    private final String bootstrapServers;
    private final MeasuredDatabase database;
    private final Path directory;
    private final List<Stretch> repeats = new ArrayList<>();

    ConnectRows(String bootstrapServers, MeasuredDatabase database, Path directory) {
        this.bootstrapServers = bootstrapServers;
        this.database = database;
        this.directory = directory;
    }

    /** Whether it can be started here. */
    static boolean isThere() {
        return Files.exists(CLASSPATH);
    }

    /** Writes all rows into the empty table, once more. */
    void measure() throws IOException, InterruptedException {
        String connector = "rows-" + repeats.size();
        try (CommittedOffsets offsets = new CommittedOffsets(bootstrapServers);
                StartedJvm connect = start(connector)) {
            repeats.add(Stretch.of(connect, "connect-" + connector, offsets, database::cpuSeconds));
        }
    }

    /** With the memory that the projection has here. */
    private StartedJvm start(String connector) throws IOException {
        return StartedJvm.start(
                List.of(
                        "-Xms1g",
                        "-Xmx1g",
                        "-XX:+UseParallelGC",
                        "-cp",
                        Path.of("benchmarks-connect", "target", "classes") + ":" + Files.readString(CLASSPATH),
                        "com.sessionanalyzer.benchmarks.connect.RowsByConnect",
                        bootstrapServers,
                        database.url(),
                        database.username(),
                        database.password(),
                        directory.resolve(connector).toString()),
                Map.of(),
                directory.resolve(connector + ".log"));
    }

    Measured measured() {
        return Stretch.measured("Kafka Connect, Debezium JDBC", repeats, "connect", "postgres");
    }
}
