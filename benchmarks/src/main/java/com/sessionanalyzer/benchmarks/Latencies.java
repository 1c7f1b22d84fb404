package com.sessionanalyzer.benchmarks;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** How long things took; any thread may add. */
final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private final ConcurrentSkipListMap<Long, AtomicLong> counts = new ConcurrentSkipListMap<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    void add(long nanos) {
        counts.computeIfAbsent(nanos, any -> new AtomicLong()).incrementAndGet();
        count.incrementAndGet();
    }

    /** Something was not done, so it has no time. */
    void refused() {
        refused.incrementAndGet();
    }

    long allRefused() {
        return refused.get();
    }

    /** That so large a part of all took no longer than. */
    double millis(double part) {
        long wanted = (long) Math.ceil(count.get() * part);
        long seen = 0;
        for (var entry : counts.entrySet()) {
            seen += entry.getValue().get();
            if (seen >= wanted) {
                return entry.getKey() / NANOS_PER_MILLI;
            }
        }
        throw new IllegalStateException("nothing was measured");
    }
}
