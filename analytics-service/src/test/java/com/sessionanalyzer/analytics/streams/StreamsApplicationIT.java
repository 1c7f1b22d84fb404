package com.sessionanalyzer.analytics.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.testing.TestKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** The life of an application whose processing fails. */
class StreamsApplicationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path directory;

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void startsAgainUntilItWorks() {
        StreamsApplication application = application("recovers", 3, 5);
        application.start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(attempts).hasValueGreaterThan(3);
            assertThat(new StreamsHealth(List.of(application)).health().getStatus())
                    .isEqualTo(Status.UP);
        });

        assertThat(new RestartsHealth(List.of(application)).health().getStatus())
                .isEqualTo(Status.UP);
        application.stop();
    }

    @Test
    void staysDownAfterTooManyFailuresAndSaysSo() {
        StreamsApplication application = application("gives-up", Integer.MAX_VALUE, 1);
        application.start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(attempts).hasValue(2);
            assertThat(application.state()).isEqualTo(State.ERROR);
            assertThat(new RestartsHealth(List.of(application)).health())
                    .satisfies(health -> assertThat(health.getStatus()).isEqualTo(Status.DOWN))
                    .satisfies(
                            health -> assertThat(health.getDetails()).containsEntry("given up", List.of("gives-up")));
        });

        assertThat(new StreamsHealth(List.of(application)).health())
                .satisfies(health -> assertThat(health.getStatus()).isEqualTo(Status.DOWN))
                .satisfies(health -> assertThat(health.getDetails()).containsEntry("gives-up", "ERROR"));
        application.stop();
    }

    @Test
    void refusesToStartWithoutKafka() {
        StreamsApplication application = new StreamsApplication(
                domain("alone", 0), settings("127.0.0.1:9"), lifecycle(0, Duration.ofSeconds(1)), Clock.systemUTC());

        assertThatThrownBy(application::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Kafka did not answer within PT1S");
        assertThat(application.isRunning()).isFalse();
    }

    private StreamsApplication application(String id, int failures, int restarts) {
        return new StreamsApplication(
                domain(id, failures),
                settings(TestKafka.bootstrapServers()),
                lifecycle(restarts, Duration.ofSeconds(20)),
                Clock.systemUTC());
    }

    private StreamsDomain domain(String id, int failures) {
        return new StreamsDomain(
                id,
                () -> failing(id + "-source", failures),
                List.of(topic(id + "-source"), topic(id + "-dead-letters")),
                id + "-dead-letters");
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty());
    }

    private Topology failing(String topic, int failures) {
        return new Topology()
                .addSource("source", new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic)
                .addProcessor("failing", () -> new Failing(attempts, failures), "source");
    }

    private StreamsSettings settings(String bootstrapServers) {
        return new StreamsSettings(
                Map.of("bootstrap.servers", bootstrapServers),
                directory,
                "test",
                1,
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                0,
                32 << 20);
    }

    private static Lifecycle lifecycle(int restarts, Duration brokerTimeout) {
        return new Lifecycle(
                brokerTimeout, Duration.ofSeconds(4), restarts, Duration.ofMinutes(10), Duration.ofMillis(50));
    }

    /** Fails so many times, over all its lives. */
    private record Failing(AtomicInteger attempts, int failures) implements Processor<byte[], byte[], Void, Void> {

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            context.schedule(Duration.ofMillis(20), PunctuationType.WALL_CLOCK_TIME, now -> {
                if (attempts.incrementAndGet() <= failures) {
                    throw new IllegalStateException("failed, as planned");
                }
            });
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            // nothing comes
        }
    }
}
