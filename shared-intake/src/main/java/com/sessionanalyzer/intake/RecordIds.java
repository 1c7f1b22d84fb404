package com.sessionanalyzer.intake;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes ids that sort by the time they were made, also within a millisecond: UUID version 7 with the counter of RFC 9562,
 * section 6.2, method 1.
 */
public final class RecordIds {

    private static final int SEQUENCE_BITS = 12;
    private static final int MAX_SEQUENCE = (1 << SEQUENCE_BITS) - 1;
    private static final int TIME_SHIFT = 16;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator random;
    private long millis;
    private int sequence;

    public RecordIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        return new UUID(timeAndSequence(), VARIANT | (random.nextLong() >>> 2));
    }

    private synchronized long timeAndSequence() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            sequence = 0;
        } else if (sequence == MAX_SEQUENCE) {
            millis++;
            sequence = 0;
        } else {
            sequence++;
        }
        return millis << TIME_SHIFT | VERSION | sequence;
    }
}
