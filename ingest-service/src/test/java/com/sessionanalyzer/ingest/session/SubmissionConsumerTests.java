package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.ingest.session.SubmissionState.Failure;
import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.IntakeGauge;
import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.intake.MemoryLog;
import com.sessionanalyzer.intake.ParseTimes;
import com.sessionanalyzer.intake.session.SessionBatches;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Organization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** A reader of submissions whose topic can only be looked up when a test lets it. */
class SubmissionConsumerTests {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final AtomicReference<String> refusal = new AtomicReference<>("");
    private final SubmissionState state = new SubmissionState(Duration.ofMillis(1), CLOCK);
    private final SubmissionConsumer reader =
            new SubmissionConsumer(SubmissionConsumerTests::consumer, this::ids, settling(), state, refusal::get);
    private final SubmissionHealth health = new SubmissionHealth(() -> reader);

    @AfterEach
    void stop() {
        reader.stop();
    }

    @Test
    void goesOnAfterAnError() {
        fault.set(new StackOverflowError("too deep"));
        reader.start();
        await().until(() -> times() > 3);

        assertThat(health.health().getStatus()).isEqualTo(SubmissionHealth.DEGRADED);
        assertThat(health.health().getDetails())
                .containsEntry("reason", "java.lang.StackOverflowError: too deep")
                .containsEntry("since", "2026-06-15T12:00:00Z");

        fault.set(null);
        await().until(() -> state.failure() == null);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(reader.isRunning()).isTrue();
    }

    @Test
    void isDownWhenTheLogIsAnothersToWrite() {
        reader.start();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        refusal.set("another process writes under this name");

        await().until(() -> !reader.isRunning());
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void restsLongerAfterEachFailureButNotWhileKafkaIsAway() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        SubmissionState resting = new SubmissionState(Duration.ofSeconds(1), now::get);

        assertThat(resting.failed(new OutOfMemoryError("heap"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(resting.failed(new FencedInstanceIdException("other"))).isEqualTo(Duration.ofSeconds(2));
        assertThat(resting.failed(new KafkaException("away"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(resting.failed(new LogUnavailableException("away", null))).isEqualTo(Duration.ofSeconds(1));
        assertThat(resting.failed(new IllegalStateException("fault"))).isEqualTo(Duration.ofSeconds(4));
        resting.works();
        assertThat(resting.failed(new IllegalStateException("fault"))).isEqualTo(Duration.ofSeconds(8));
        assertThat(resting.failed(new IllegalStateException("fault"))).isEqualTo(Duration.ofSeconds(16));
        assertThat(resting.failed(new IllegalStateException("fault"))).isEqualTo(Duration.ofSeconds(30));
        assertThat(resting.failure()).isEqualTo(new Failure("java.lang.IllegalStateException: fault", 3, NOW));

        resting.works();
        now.set(NOW.plusSeconds(61));
        assertThat(resting.failed(new IllegalStateException("fault"))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void isUpWhereOthersRead() {
        assertThat(new SubmissionHealth(() -> null).health().getStatus()).isEqualTo(Status.UP);
    }

    private int times() {
        Failure failure = state.failure();
        return failure == null ? 0 : failure.times();
    }

    private SubmissionIds ids(String topic) {
        if (fault.get() instanceof Error error) {
            throw error;
        }
        return new SubmissionIds(topic);
    }

    private static Consumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        TopicPartition partition = new TopicPartition(SessionTopics.SUBMISSIONS, 0);
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(partition));
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
        });
        return consumer;
    }

    private static SubmissionSettling settling() {
        MemoryLog log = new MemoryLog();
        Organization organization = new Organization(new OrganizationId("acme"), "Acme", ZoneOffset.UTC);
        return new SubmissionSettling(
                new Intake(log, new IntakeGauge(), CLOCK, Duration.ofSeconds(1)),
                log,
                new SessionBatches(1),
                organization,
                new SubmissionReader(organization.id(), 1_000),
                new ParseTimes(new SimpleMeterRegistry()),
                1_000,
                CLOCK);
    }
}
