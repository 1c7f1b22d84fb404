package com.sessionanalyzer.torture;

import java.util.Collection;

/** Times in milliseconds, by rank. */
record Percentiles(int count, long p50, long p90, long p99, long max) {

    static Percentiles of(Collection<Long> millis) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Percentiles(
                sorted.length, rank(sorted, 0.5), rank(sorted, 0.9), rank(sorted, 0.99), rank(sorted, 1));
    }

    private static long rank(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    @Override
    public String toString() {
        return "p50 " + p50 + " ms, p90 " + p90 + " ms, p99 " + p99 + " ms, max " + max + " ms";
    }
}
