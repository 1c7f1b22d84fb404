package com.sessionanalyzer.analytics.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.testing.TestKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicInteger starts = new AtomicInteger();

    @Test
    void startsAgainAsOftenAsItTakesAndSaysMeanwhileWhatIsWrong() {
        StreamsApplication application = application("recovers");
        failing.set(true);
        application.start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(new RestartsHealth(List.of(application)).health()).satisfies(health -> {
                assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                assertThat(String.valueOf(health.getDetails().get("recovers")))
                        .contains("failed, as planned")
                        .containsPattern("failuresInARow=([6-9]|\\d\\d)");
            });
            assertThat(new StreamsHealth(List.of(application)).health().getStatus())
                    .isNotEqualTo(Status.UP);
        });
        failing.set(false);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(new StreamsHealth(List.of(application)).health().getStatus())
                    .isEqualTo(Status.UP);
            assertThat(new RestartsHealth(List.of(application)).health().getStatus())
                    .isEqualTo(Status.UP);
        });
        assertThat(application.restarts()).isGreaterThanOrEqualTo(6);
        application.stop();
    }

    @Test
    void startsAgainWhenTheClockWasSetBack() {
        AtomicReference<Duration> setBack = new AtomicReference<>(Duration.ZERO);
        Clock clock = ((InstantSource) () -> Instant.now().minus(setBack.get())).withZone(ZoneOffset.UTC);
        StreamsApplication application = application("clock", clock);
        application.start();
        await().atMost(PATIENCE).until(() -> starts.get() == 1);

        setBack.set(Duration.ofHours(1));

        await().atMost(PATIENCE).until(() -> starts.get() == 2);
        assertThat(application.failure()).isNull();
        application.stop();
    }

    @Test
    void refusesToStartWithoutKafka() {
        StreamsApplication application = new StreamsApplication(
                domain("alone"), settings("127.0.0.1:9"), lifecycle(Duration.ofSeconds(1)), Clock.systemUTC());

        assertThatThrownBy(application::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Kafka did not answer within PT1S");
        assertThat(application.isRunning()).isFalse();
    }

    private StreamsApplication application(String id) {
        return application(id, Clock.systemUTC());
    }

    private StreamsApplication application(String id, Clock clock) {
        return new StreamsApplication(
                domain(id), settings(TestKafka.bootstrapServers()), lifecycle(Duration.ofSeconds(20)), clock);
    }

    private StreamsDomain domain(String id) {
        return new StreamsDomain(
                id,
                () -> failing(id + "-source"),
                List.of(topic(id + "-source"), topic(id + "-dead-letters")),
                id + "-dead-letters");
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty());
    }

    private Topology failing(String topic) {
        return new Topology()
                .addSource("source", new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic)
                .addProcessor("failing", () -> new Failing(failing, starts), "source");
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

    private static Lifecycle lifecycle(Duration brokerTimeout) {
        return new Lifecycle(
                brokerTimeout,
                Duration.ofSeconds(4),
                Duration.ofMillis(10),
                Duration.ofMillis(50),
                Duration.ofMinutes(10));
    }

    /** Fails soon after each start for as long as it is told to. */
    private record Failing(AtomicBoolean failing, AtomicInteger starts)
            implements Processor<byte[], byte[], Void, Void> {

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            starts.incrementAndGet();
            context.schedule(Duration.ofMillis(20), PunctuationType.WALL_CLOCK_TIME, now -> {
                if (failing.get()) {
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
