package com.sessionanalyzer.analytics.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartsTests {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private final RuntimeException cause = new IllegalStateException("the disk is full");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Restarts restarts = new Restarts(
            new Lifecycle(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(10)),
            clock);

    @Test
    void waitTwiceAsLongBeforeEachUpToTheLongestAndNeverEnd() {
        assertThat(Stream.generate(() -> restarts.failed(cause)).limit(9).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(Stream.generate(() -> restarts.failed(cause)).limit(10_000)).containsOnly(Duration.ofSeconds(60));
    }

    @Test
    void sayWhatFailedAndWhenTheNextAttemptIs() {
        restarts.failed(cause);
        restarts.failed(new RuntimeException("a task failed", cause));

        assertThat(restarts.failure()).isEqualTo(new Failure(cause.toString(), START, 2, START.plusSeconds(2)));
    }

    @Test
    void sayNothingOnceItWorksAgainButCountOn() {
        restarts.failed(cause);

        restarts.working();

        assertThat(restarts.failure()).isNull();
        assertThat(restarts.count()).isOne();
        assertThat(restarts.failed(cause)).hasSeconds(2);
    }

    @Test
    void beginAnewAfterATimeWithoutFailure() {
        restarts.failed(cause);
        restarts.failed(cause);

        now.set(START.plus(Duration.ofMinutes(11)));

        assertThat(restarts.failed(cause)).hasSeconds(1);
    }

    @Test
    void waitNoLongerWhenTheClockGoesBack() {
        restarts.failed(cause);

        now.set(START.minus(Duration.ofDays(30)));

        assertThat(restarts.failed(cause)).hasSeconds(2);
        assertThat(restarts.failure()).isNotNull().extracting(Failure::at).isEqualTo(now.get());
    }
}
