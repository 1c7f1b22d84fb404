package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product's broker as a process of its own, until it is told to end. */
final class Broker {

    private static final String READY = "bootstrap servers: ";
    private static final Pattern ADDRESS = Pattern.compile(READY + "(\\S+)");

    private Broker() {}

    /** Runs the broker on the data of a directory. */
    public static void main(String[] arguments) {
        EmbeddedKafka broker = EmbeddedKafka.start(Path.of(arguments[0]), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "end-of-broker"));
        System.out.println(READY + broker.bootstrapServers());
    }

    /** Starts that process. */
    static StartedJvm start(Path directory) throws IOException {
        return StartedJvm.start(
                List.of(
                        "-Xms512m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Broker.class.getName(),
                        directory.resolve("kafka").toString()),
                Map.of(),
                directory.resolve("broker.log"));
    }

    /** Where a started broker listens; empty before it does. */
    static String bootstrapServers(StartedJvm broker) throws IOException {
        Matcher address = ADDRESS.matcher(broker.output());
        return address.find() ? address.group(1) : "";
    }
}
