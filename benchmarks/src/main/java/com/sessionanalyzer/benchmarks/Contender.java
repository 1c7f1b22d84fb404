package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.schema.session.SessionTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What counts the same records, each in a JVM of its own with the same memory. */
enum Contender {
    PRODUCT("product", SessionTopics.COUNTING_GROUP, CountingByProduct.class.getName()),
    NOTHING("nothing", CountingByNothing.APPLICATION_ID, CountingByNothing.class.getName()),
    DSL("dsl", CountingByDsl.APPLICATION_ID, CountingByDsl.class.getName()),
    FLINK("flink", "benchmark-flink", "com.sessionanalyzer.benchmarks.flink.CountingByFlink");

    /** Flink has a Kafka client of its own version, and so a class path of its own, which {@code scripts/bench} writes. */
    private static final Path FLINK_CLASSPATH = Path.of("benchmarks-flink", "target", "classpath");

    private final String label;
    private final String group;
    private final String main;

    Contender(String label, String group, String main) {
        this.label = label;
        this.group = group;
        this.main = main;
    }

    String label() {
        return label;
    }

    /** The group whose committed offsets say how far it has counted. */
    String group() {
        return group;
    }

    /** Whether it can be started here. */
    boolean isThere() {
        return this != FLINK || Files.exists(FLINK_CLASSPATH);
    }

    /** Starts it; what it keeps locally is in the directory. */
    StartedJvm start(String bootstrapServers, Path directory, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of(
                "-cp",
                classpath(),
                main,
                bootstrapServers,
                directory.resolve(label).toString()));
        return StartedJvm.start(command, Map.of(), directory.resolve(label + ".log"));
    }

    private String classpath() throws IOException {
        return this == FLINK
                ? Path.of("benchmarks-flink", "target", "classes") + ":" + Files.readString(FLINK_CLASSPATH)
                : System.getProperty("java.class.path");
    }
}
