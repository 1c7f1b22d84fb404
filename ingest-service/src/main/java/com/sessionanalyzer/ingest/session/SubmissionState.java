package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.LogUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;

/** How the reading of submissions goes, and how long it rests after a failure. */
final class SubmissionState {

    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    /** A failure so long after the one before has nothing to do with it. */
    private static final Duration UNRELATED = LONGEST_REST.multipliedBy(2);

    private final Duration rest;
    private final InstantSource clock;
    private Instant lastFailure = Instant.EPOCH;
    private int related;
    private volatile @Nullable Failure failure;

    /**
     * A state in which nothing has failed.
     *
     * @param rest after a first failure
     */
    SubmissionState(Duration rest, InstantSource clock) {
        this.rest = rest;
        this.clock = clock;
    }

    /**
     * Why nothing is read.
     *
     * @param times one after the other
     */
    record Failure(String cause, int times, Instant since) {}

    /** That everything that was there is settled. */
    void works() {
        failure = null;
    }

    /** That it failed; how long to rest before the next try. */
    Duration failed(Throwable reason) {
        Failure before = failure;
        Failure now = before == null
                ? new Failure(cause(reason), 1, clock.instant())
                : new Failure(cause(reason), before.times() + 1, before.since());
        failure = now;
        return isKafkaAway(reason) ? rest : longer();
    }

    private static String cause(Throwable reason) {
        return reason instanceof FencedInstanceIdException
                ? "another process reads under the same csa.intake.instance"
                : reason.toString();
    }

    /** Waiting for longer would only make it later when Kafka is back. */
    private static boolean isKafkaAway(Throwable reason) {
        return reason instanceof LogUnavailableException
                || (reason instanceof KafkaException && !(reason instanceof FencedInstanceIdException));
    }

    /** Twice as long as after the last failure, even if it went well for a moment in between. */
    private Duration longer() {
        Instant now = clock.instant();
        related = lastFailure.plus(UNRELATED).isBefore(now) ? 0 : related + 1;
        lastFailure = now;
        Duration doubled = rest.multipliedBy(1L << Math.min(related, 10));
        return doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
    }

    /** What is wrong now; null when it goes well. */
    @Nullable
    Failure failure() {
        return failure;
    }
}
