package com.sessionanalyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A writer on producers that fail as they are told. */
class WriterTests {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final IntakeCountKey API = new IntakeCountKey(ACME, "session", "api", "writer");
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private final Map<IntakeCountKey, IntakeCount> log = new HashMap<>();
    private final Map<String, String> signatures = new HashMap<>();
    private final Tenure tenure = new Tenure("instance", process(5));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Writer writer = new Writer(
            "writer",
            this::producer,
            Duration.ofSeconds(1),
            1_000,
            () -> new WrittenTotals(log, signatures),
            written -> {},
            tenure,
            new CommitTimes(metrics, Lane.POSTS),
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final Thread thread = new Thread(writer);

    @AfterEach
    void stop() throws Exception {
        writer.close();
        thread.join();
    }

    @Test
    void commitsWhatWaitsTogetherWithItsTotals() {
        Ticket one = submit(batch("a", "b"));
        Ticket other = submit(batch("c"));
        run();

        assertThat(one.result().join().position()).isEqualTo(Position.of(0, 1));
        assertThat(other.result().join().place(0)).isEqualTo(new Place(0, 2));
        assertThat(producers.get(0).commitCount()).isEqualTo(1);
        assertThat(total(producers.get(0))).isEqualTo(count(3, NOW));
        assertThat(metrics.get("csa.intake.commit").tag("lane", "posts").timer().count())
                .isEqualTo(1);
        assertThat(metrics.get("csa.intake.commit.records").summary().totalAmount())
                .isEqualTo(3);
    }

    @Test
    void takesNoFurtherBatchThanATransactionMayHold() {
        Ticket one = submit(batch("x".repeat(1_000)));
        Ticket other = submit(batch("b"));
        run();

        one.result().join();
        other.result().join();
        assertThat(producers.get(0).commitCount()).isEqualTo(2);
    }

    @Test
    void goesOnFromTheTotalsOfTheLog() {
        log.put(API, count(7, NOW.plusMillis(5)));
        run();

        submit(batch("a")).result().join();

        assertThat(total(producers.get(0))).isEqualTo(count(8, NOW.plusMillis(6)));
    }

    @Test
    void commitsAgainUntilThereIsAnAnswer() {
        run();
        producers.get(0).commitTransactionException = new TimeoutException("no answer");
        Ticket ticket = submit(batch("a"));
        producers.get(0).commitTransactionException = null;

        ticket.result().join();

        assertThat(producers).hasSize(1);
        assertThat(producers.get(0).commitCount()).isEqualTo(1);
    }

    @Test
    void learnsFromTheLogThatACommitInDoubtSucceeded() {
        log.put(API, count(1, NOW));
        run(Map.of());
        producers.get(0).commitTransactionException = new KafkaException("fenced");

        submit(batch("a")).result().join();
        submit(batch("b")).result().join();

        assertThat(producers).hasSize(2);
        assertThat(total(producers.get(1))).isEqualTo(count(2, NOW.plusMillis(1)));
    }

    @Test
    void learnsFromTheLogThatACommitInDoubtFailed() {
        log.put(API, count(4, NOW.minusSeconds(1)));
        run();
        producers.get(0).commitTransactionException = new KafkaException("fenced");

        assertUnavailable(submit(batch("a")));
        submit(batch("b")).result().join();

        assertThat(total(producers.get(1))).isEqualTo(count(5, NOW));
    }

    @Test
    void abortsAndForgetsWhatWasNotConfirmed() {
        run();
        producers.get(0).sendException = new KafkaException("not sent");
        assertUnavailable(submit(batch("a")));
        producers.get(0).sendException = null;

        submit(batch("b")).result().join();

        assertThat(producers.get(0).transactionAborted() || producers.get(0).commitCount() == 1)
                .isTrue();
        assertThat(total(producers.get(producers.size() - 1))).isEqualTo(count(1, NOW));
    }

    @Test
    void replacesAProducerThatCannotAbort() {
        run();
        producers.get(0).sendException = new KafkaException("not sent");
        producers.get(0).abortTransactionException = new KafkaException("not aborted");

        assertUnavailable(submit(batch("a")));
        submit(batch("b")).result().join();

        assertThat(producers).hasSize(2);
        assertThat(producers.get(0).closed()).isTrue();
    }

    @Test
    void goesOnFromTheTotalsOfTheLogWithAnotherProducer() {
        run();
        log.put(API, count(7, NOW));
        fence();

        assertUnavailable(submit(batch("a")));
        submit(batch("b")).result().join();

        assertThat(producers).hasSize(2);
        assertThat(total(producers.get(1))).isEqualTo(count(8, NOW.plusMillis(1)));
    }

    @Test
    void writesNothingMoreOnceALaterProcessDoes() {
        run();
        signatures.put("writer", process(6).toString());
        fence();

        assertUnavailable(submit(batch("a")));
        assertUnavailable(submit(batch("b")));

        assertThat(producers).hasSize(1);
        assertThat(tenure.refusal()).contains("csa.intake.instance=instance");
    }

    @Test
    void goesOnWhenAnEarlierProcessWrote() {
        run();
        signatures.put("writer", process(4).toString());
        fence();

        assertUnavailable(submit(batch("a")));
        submit(batch("b")).result().join();

        assertThat(tenure.isOver()).isFalse();
    }

    @Test
    void signsATotalAtTheBeginning() {
        log.put(API, count(7, NOW));
        writer.open(Duration.ofSeconds(1));
        writer.restore(new WrittenTotals(log, Map.of()));

        writer.claim();

        assertThat(total(producers.get(0))).isEqualTo(count(7, NOW.plusMillis(1)));
        assertThat(Tenure.signature(producers.get(0).history().get(0).headers()))
                .isEqualTo(process(5).toString());
    }

    @Test
    void commitsTheOthersWhenOneCanNeverBeWritten() {
        AtomicInteger asked = new AtomicInteger();
        Ticket one = submit(batch("a"));
        Ticket faulty = submit(impossible(asked));
        Ticket other = submit(batch("b"));
        run();

        one.result().join();
        other.result().join();
        assertThatThrownBy(() -> faulty.result().join()).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(asked).hasValue(2);
        assertThat(total(producers.get(0))).isEqualTo(count(2, NOW.plusMillis(1)));
    }

    @Test
    void commitsNothingOfASequenceAfterAFailure() {
        Sequence sequence = new Sequence(writer::submit);
        run();
        producers.get(0).sendException = new KafkaException("not sent");
        assertThatThrownBy(() -> sequence.submit(batch("a")).join()).isInstanceOf(CompletionException.class);
        producers.get(0).sendException = null;

        assertThatThrownBy(() -> sequence.submit(batch("b")).join()).hasCauseInstanceOf(LogUnavailableException.class);
        assertThat(new Sequence(writer::submit).submit(batch("c")).join()).isNotNull();
    }

    @Test
    void commitsNothingOfASequenceAfterWhatCanNeverBeWritten() {
        Sequence sequence = new Sequence(writer::submit);
        CompletableFuture<Committed> before = sequence.submit(batch("a"));
        CompletableFuture<Committed> faulty = sequence.submit(impossible(new AtomicInteger()));
        CompletableFuture<Committed> after = sequence.submit(batch("b"));
        Ticket other = submit(batch("c"));
        run();

        before.join();
        other.result().join();
        assertThatThrownBy(faulty::join).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(after::join).hasCauseInstanceOf(LogUnavailableException.class);
        assertThat(total(producers.get(0))).isEqualTo(count(2, NOW.plusMillis(1)));
    }

    @Test
    void neverCommitsWhatWasWithdrawn() {
        Ticket withdrawn = submit(batch("a"));
        assertThat(withdrawn.withdraw()).isTrue();
        Ticket other = submit(batch("b"));
        run();

        other.result().join();

        assertThat(total(producers.get(0))).isEqualTo(count(1, NOW));
        assertThat(withdrawn.result()).isNotDone();
    }

    @Test
    void failsWhatWaitsWhenItCloses() throws Exception {
        run();
        writer.close();
        thread.join();

        assertUnavailable(submit(batch("a")));
    }

    private void fence() {
        producers.get(0).sendException = new ProducerFencedException("another of this name");
        producers.get(0).abortTransactionException = new ProducerFencedException("another of this name");
    }

    private static UUID process(int number) {
        return new UUID(0x0123_4567_89AB_7000L + number, Long.MIN_VALUE);
    }

    private void run() {
        run(Map.copyOf(log));
    }

    private void run(Map<IntakeCountKey, IntakeCount> restored) {
        writer.open(Duration.ofSeconds(1));
        writer.restore(new WrittenTotals(restored, Map.of()));
        thread.start();
    }

    private Producer<byte[], byte[]> producer() {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    private Ticket submit(Batch batch) {
        Ticket ticket = new Ticket(batch, null);
        writer.submit(ticket);
        return ticket;
    }

    private static Batch batch(String... values) {
        BatchBuilder batch = Batch.of(ACME, "session").received("api", values.length);
        for (String value : values) {
            batch.entry("api", Fate.RECORDED, new ProducerRecord<>("records", value.getBytes(StandardCharsets.UTF_8)));
        }
        return batch.build();
    }

    private static Batch impossible(AtomicInteger asked) {
        return Batch.of(ACME, "session")
                .received("api", 1)
                .note(written -> {
                    asked.incrementAndGet();
                    throw new IllegalArgumentException("a note that cannot be made");
                })
                .build();
    }

    private static IntakeCount count(long records, Instant asOf) {
        return new IntakeCount(records, records, 0, 0, 0, 0, asOf);
    }

    private static IntakeCount total(MockProducer<byte[], byte[]> producer) {
        List<ProducerRecord<byte[], byte[]>> totals = producer.history().stream()
                .filter(message -> message.topic().equals(IntakeLogTopics.COUNTS))
                .toList();
        return IntakeCount.decode(totals.get(totals.size() - 1).value());
    }

    private static void assertUnavailable(Ticket ticket) {
        assertThatThrownBy(() -> ticket.result().join()).hasCauseInstanceOf(LogUnavailableException.class);
    }
}
