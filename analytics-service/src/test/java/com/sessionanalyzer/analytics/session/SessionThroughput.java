package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.analytics.streams.Lifecycle;
import com.sessionanalyzer.analytics.streams.StreamsApplication;
import com.sessionanalyzer.analytics.streams.StreamsDomain;
import com.sessionanalyzer.analytics.streams.StreamsSettings;
import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Measures how many records a second the session topology counts, broker and all in this process; run by hand. */
final class SessionThroughput {

    private static final int PARTITIONS = 6;
    private static final int RECORDS = 300_000;
    private static final Duration EMIT_INTERVAL = Duration.ofMillis(50);

    private SessionThroughput() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("throughput");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0)) {
            measure(kafka.bootstrapServers(), directory.resolve("state"), System.out);
        }
    }

    private static void measure(String bootstrapServers, Path state, PrintStream out) {
        Map<String, Object> connection = Map.of("bootstrap.servers", bootstrapServers);
        new Topics(connection, Duration.ofSeconds(20)).ensure(SessionTopics.all(PARTITIONS));
        OrganizationId organization = new OrganizationId("throughput");
        StreamsApplication application = application(connection, state);
        try (SessionWorkload workload = new SessionWorkload(bootstrapServers, PARTITIONS, organization, 42);
                SessionTopicReader reader = new SessionTopicReader(bootstrapServers, PARTITIONS)) {
            workload.happen(RECORDS);
            long begin = System.nanoTime();
            application.start();
            reader.catchUp();
            double seconds = (System.nanoTime() - begin) / 1e9;
            out.printf("%d records in %.1f s, start included: %.0f/s%n", RECORDS, seconds, RECORDS / seconds);
        } finally {
            application.stop();
        }
    }

    private static StreamsApplication application(Map<String, Object> connection, Path state) {
        return new StreamsApplication(
                new StreamsDomain(
                        SessionTopology.APPLICATION_ID,
                        () -> new SessionTopology(EMIT_INTERVAL, Traces.NONE).build(),
                        SessionTopics.all(PARTITIONS),
                        SessionTopics.DEAD_LETTERS),
                new StreamsSettings(
                        connection, state, "test", 2, EMIT_INTERVAL, Duration.ofMillis(100), 32 << 20, 128 << 20),
                new Lifecycle(
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(4),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(10)),
                Clock.systemUTC());
    }
}
