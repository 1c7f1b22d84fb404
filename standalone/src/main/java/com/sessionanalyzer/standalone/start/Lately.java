package com.sessionanalyzer.standalone.start;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A number that is asked for more often than it changes: it is looked up again when what is known of it is older than this. */
final class Lately implements LongSupplier {

    private final LongSupplier source;
    private final long nanos;
    private final LongSupplier clock;
    private volatile Known known;

    private record Known(long value, long at) {}

    Lately(LongSupplier source, Duration oldest) {
        this(source, oldest, System::nanoTime);
    }

    Lately(LongSupplier source, Duration oldest, LongSupplier clock) {
        this.source = source;
        this.nanos = oldest.toNanos();
        this.clock = clock;
        this.known = new Known(source.getAsLong(), clock.getAsLong());
    }

    @Override
    public long getAsLong() {
        Known lately = known;
        long now = clock.getAsLong();
        if (now - lately.at > nanos) {
            lately = new Known(source.getAsLong(), now);
            known = lately;
        }
        return lately.value;
    }
}
