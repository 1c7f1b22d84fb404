package com.sessionanalyzer.analytics.streams;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices that the clock was set back. Kafka Streams commits and punctuates at times of day: those that it waits for would
 * come only after as long as the clock was set back by.
 */
final class ClockWatch {

    private static final long TOLERANCE_MILLIS = Duration.ofSeconds(2).toMillis();
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Clock clock;
    private final LongSupplier nanos;
    private long ahead;

    ClockWatch(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.ahead = ahead();
    }

    /** Whether it was set back since the last look. */
    synchronized boolean wasSetBack() {
        long before = ahead;
        ahead = ahead();
        return ahead < before - TOLERANCE_MILLIS;
    }

    /** How far the clock is ahead of the time that has passed. */
    private long ahead() {
        return clock.millis() - nanos.getAsLong() / NANOS_PER_MILLI;
    }
}
