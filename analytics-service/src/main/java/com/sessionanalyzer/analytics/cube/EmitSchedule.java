package com.sessionanalyzer.analytics.cube;

import java.time.Duration;

/**
 * When a shard emits. A commit is of all shards that a thread has, so they emit at the same moments of the clock: at multiples
 * of the interval, and a shard to which many records come at fewer of them. What changes again meanwhile is emitted once.
 *
 * @param interval in milliseconds
 */
record EmitSchedule(long interval) {

    private static final long MOST_INTERVALS = 32;

    static EmitSchedule of(Duration interval) {
        return new EmitSchedule(interval.toMillis());
    }

    /**
     * Whether to emit now, about when an interval of the clock begins. At least half of the wait has then passed since the
     * first change, however long the last commit took: a slow one must not leave time for nothing else.
     *
     * @param since  the first change that was not emitted, in milliseconds
     * @param folded records since the last emission
     * @param now    in milliseconds
     */
    boolean isDue(long since, long folded, long now) {
        long intervals = intervals(folded);
        return now / interval % intervals == 0 && now - since >= intervals * interval / 2;
    }

    /**
     * A power of two, so that a shard that waits for long emits together with those that do not. With r records in each of n
     * intervals n·r are folded, so that the root ends the wait after r / 4 to r / 2 intervals.
     */
    private static long intervals(long folded) {
        long wanted = (long) Math.sqrt(folded / 2.0);
        return Long.highestOneBit(Math.max(1, Math.min(MOST_INTERVALS, wanted)));
    }
}
