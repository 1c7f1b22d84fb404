package com.sessionanalyzer.benchmarks;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** How long things took; any thread may add. */
final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ConcurrentSkipListMap<Long, AtomicLong> counts = new ConcurrentSkipListMap<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private double perSecond;

    void add(long nanos) {
        counts.computeIfAbsent(nanos, any -> new AtomicLong()).incrementAndGet();
        count.incrementAndGet();
    }

    /** Adds what others took. */
    void addAll(Latencies others) {
        others.counts.forEach((nanos, times) -> {
            counts.computeIfAbsent(nanos, any -> new AtomicLong()).addAndGet(times.get());
            count.addAndGet(times.get());
        });
    }

    /** So many things were begun in this time. */
    void took(long things, long nanos) {
        perSecond = things * NANOS_PER_SECOND / nanos;
    }

    double perSecond() {
        return perSecond;
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
