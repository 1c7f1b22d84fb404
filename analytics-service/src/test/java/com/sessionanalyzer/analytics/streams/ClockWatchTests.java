package com.sessionanalyzer.analytics.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClockWatchTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final ClockWatch watch = new ClockWatch(clock, nanos::get);

    @Test
    void findsNothingInTimeThatPasses() {
        for (int second = 0; second < 10; second++) {
            pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
            assertThat(watch.wasSetBack()).isFalse();
        }
    }

    @Test
    void findsNothingInAClockThatIsSetForwardOrALittleBack() {
        pass(Duration.ofSeconds(1), Duration.ofDays(400));
        assertThat(watch.wasSetBack()).isFalse();

        pass(Duration.ofSeconds(1), Duration.ofMillis(-500));
        assertThat(watch.wasSetBack()).isFalse();
    }

    @Test
    void noticesOnceThatTheClockWasSetBack() {
        pass(Duration.ofSeconds(1), Duration.ofHours(-1));

        assertThat(watch.wasSetBack()).isTrue();
        assertThat(watch.wasSetBack()).isFalse();
    }

    private void pass(Duration time, Duration shown) {
        nanos.addAndGet(time.toNanos());
        now.updateAndGet(before -> before.plus(shown));
    }
}
