package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.analytics.session.SessionTopology;
import com.sessionanalyzer.analytics.streams.Lifecycle;
import com.sessionanalyzer.analytics.streams.StreamsApplication;
import com.sessionanalyzer.analytics.streams.StreamsDomain;
import com.sessionanalyzer.analytics.streams.StreamsSettings;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The product's own topology, with the settings that it has in the product. */
final class CountingByProduct {

    private static final Duration EMIT_INTERVAL = Duration.ofMillis(50);
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(2);
    private static final int THREADS = 2;

    private CountingByProduct() {}

    /** Counts on a broker, with local state in a directory, until it is ended. */
    public static void main(String[] arguments) {
        StreamsApplication application = new StreamsApplication(
                new StreamsDomain(
                        SessionTopics.COUNTING_GROUP,
                        () -> new SessionTopology(EMIT_INTERVAL, Traces.NONE).build(),
                        SessionTopics.all(ReviewLog.PARTITIONS),
                        SessionTopics.DEAD_LETTERS),
                new StreamsSettings(
                        Map.of("bootstrap.servers", arguments[0]),
                        Path.of(arguments[1]),
                        "benchmark",
                        THREADS,
                        EMIT_INTERVAL,
                        COMMIT_INTERVAL,
                        32 << 20,
                        128 << 20),
                new Lifecycle(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10)),
                Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(application::stop, "end-of-counting"));
        application.start();
    }
}
