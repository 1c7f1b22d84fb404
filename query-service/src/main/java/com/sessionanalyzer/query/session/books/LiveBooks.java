package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.intake.IntakeGauge;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Samples on a thread of its own, and only while somebody asks. Between two samples it rests four times as long as one
 * takes, so that counting rows never takes more than a fifth of the time.
 */
final class LiveBooks implements ConsumerLoop.Reading, PipelineReader {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration SHORTEST_REST = Duration.ofMillis(500);
    private static final int REST_FACTOR = 4;

    /** The first count after a start reads rows from disk, and there is no older one to show instead. */
    private static final int FIRST_PATIENCE = 5;

    private final Function<Consumer<byte[], byte[]>, SamplerSession> samplers;
    private final IntakeGauge gauge;
    private final Duration patience;
    private final Duration useful;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long asked;
    private long answered;
    private long rested = System.nanoTime();
    private @Nullable Sample newest;
    private @Nullable Sample earlier;

    /**
     * @param samplers makes a sampler of a consumer
     * @param patience how long a question waits for a new sample; five times as long when there is none yet
     * @param useful   how long a sample is still an answer when it is time for a new one and none comes
     */
    LiveBooks(
            Function<Consumer<byte[], byte[]>, SamplerSession> samplers,
            IntakeGauge gauge,
            Duration patience,
            Duration useful) {
        this.samplers = samplers;
        this.gauge = gauge;
        this.patience = patience;
        this.useful = useful;
    }

    /** A sampler, and what it holds open. */
    interface SamplerSession extends AutoCloseable {

        Sample sample();

        @Override
        void close();
    }

    @Override
    public void read(Consumer<byte[], byte[]> consumer, BooleanSupplier wanted) {
        try (SamplerSession sampler = samplers.apply(consumer)) {
            while (wanted.getAsBoolean()) {
                long question = nextQuestion();
                if (question > 0) {
                    long begin = System.nanoTime();
                    publish(sampler.sample(), question, System.nanoTime() - begin);
                }
            }
        }
    }

    @Override
    public Pipeline read(OrganizationId organization) {
        Sample now;
        Sample then;
        lock.lock();
        try {
            awaitAnswer();
            now = isUseful() ? newest : null;
            then = earlier;
        } finally {
            lock.unlock();
        }
        if (now == null) {
            throw ProblemException.of(
                    ProblemType.UNAVAILABLE,
                    "The books are not open at the moment: many rows are being counted for the first time, or Kafka or the database is away.");
        }
        return new Books(organization, now, then, inFlight(organization)).pipeline();
    }

    /** Whether the newest sample may still be shown: without an end, books would stay green while Kafka is away. */
    private boolean isUseful() {
        return answered == asked || System.nanoTime() - rested < useful.toNanos();
    }

    private void awaitAnswer() {
        long question = ++asked;
        long left = (newest == null ? patience.multipliedBy(FIRST_PATIENCE) : patience).toNanos();
        changed.signalAll();
        try {
            while (answered < question && left > 0 && !(newest != null && System.nanoTime() - rested < 0)) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The newest question that is not answered yet, or 0 when there is none, or it is too soon. */
    private long nextQuestion() {
        lock.lock();
        try {
            long left = LOOK_AGAIN.toNanos();
            while (isIdle() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return isIdle() ? 0 : asked;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            lock.unlock();
        }
    }

    private boolean isIdle() {
        return asked == answered || System.nanoTime() - rested < 0;
    }

    private void publish(Sample sample, long question, long nanos) {
        lock.lock();
        try {
            earlier = newest;
            newest = sample;
            answered = question;
            rested = System.nanoTime() + Math.max(SHORTEST_REST.toNanos(), REST_FACTOR * nanos);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Map<String, Long> inFlight(OrganizationId organization) {
        Map<String, Long> flying = new TreeMap<>();
        gauge.doors().forEach((door, live) -> {
            if (door.organization().equals(organization) && door.domain().equals(CountsReader.DOMAIN)) {
                flying.put(door.channel(), live.inFlight());
            }
        });
        return flying;
    }
}
