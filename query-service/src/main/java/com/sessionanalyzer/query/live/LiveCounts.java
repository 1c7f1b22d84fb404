package com.sessionanalyzer.query.live;

import java.util.concurrent.atomic.LongAdder;

/** What became of frames and of those who wanted them. */
final class LiveCounts {

    private final LongAdder offered = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /** A connection is to get a frame. */
    void offered() {
        offered.increment();
    }

    /** A newer frame took the place of one that a connection had not been sent. */
    void dropped() {
        dropped.increment();
    }

    /** There was no place for another connection. */
    void refused() {
        refused.increment();
    }

    long allOffered() {
        return offered.sum();
    }

    long allDropped() {
        return dropped.sum();
    }

    long allRefused() {
        return refused.sum();
    }
}
