package com.sessionanalyzer.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes ids that sort by the time they were made, also within a millisecond: UUID version 7 with the counter of RFC 9562,
 * section 6.2, method 1. Others are derived from what a record came in, and sort by their place in it.
 */
public final class RecordIds {

    private static final int SEQUENCE_BITS = 12;
    private static final int MAX_SEQUENCE = (1 << SEQUENCE_BITS) - 1;
    private static final int TIME_SHIFT = 16;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_MASK = 0xF000L;
    private static final int TIME_BITS = 48;
    private static final long TIME_MASK = -1L << (Long.SIZE - TIME_BITS);
    private static final int REST_BITS = 22;
    private static final int LOW_INDEX_BITS = 40;
    private static final long LOW_INDEX_MASK = (1L << LOW_INDEX_BITS) - 1;

    /** The last index of a delivery. */
    public static final long MAX_INDEX = (1L << (SEQUENCE_BITS + LOW_INDEX_BITS)) - 1;

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

    /**
     * The id of something in a delivery, the same whenever it is asked for: UUID version 8. Ids of a delivery sort by index,
     * and those of different deliveries differ.
     *
     * @param index from 0 to {@link #MAX_INDEX}
     */
    public static UUID derived(UUID delivery, long index) {
        if (index < 0 || index > MAX_INDEX) {
            throw new IllegalArgumentException("index must be in 0.." + MAX_INDEX + ", was " + index);
        }
        long high = delivery.getMostSignificantBits();
        long rest = mixed(high << TIME_BITS ^ mixed(delivery.getLeastSignificantBits()));
        return new UUID(
                (high & TIME_MASK) | VERSION_8 | (index >>> LOW_INDEX_BITS),
                VARIANT | ((index & LOW_INDEX_MASK) << REST_BITS) | (rest >>> (Long.SIZE - REST_BITS)));
    }

    /** An id for something that has a name of its own, the same whenever it is asked for: UUID version 8. */
    public static UUID named(String name) {
        byte[] hash = Fingerprint.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        ByteBuffer bits = ByteBuffer.wrap(hash);
        return new UUID((bits.getLong() & ~VERSION_MASK) | VERSION_8, VARIANT | (bits.getLong() >>> 2));
    }

    /** The index that an id was derived with. */
    public static long index(UUID derived) {
        return (derived.getMostSignificantBits() & MAX_SEQUENCE) << LOW_INDEX_BITS
                | ((derived.getLeastSignificantBits() >>> REST_BITS) & LOW_INDEX_MASK);
    }

    /** Spreads each bit over all of them, as in SplitMix64. */
    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
