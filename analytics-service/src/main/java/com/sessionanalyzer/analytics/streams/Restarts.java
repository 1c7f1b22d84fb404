package com.sessionanalyzer.analytics.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an application that failed starts again: always, each time after twice the wait, up to the longest. The waits begin
 * anew after a time without failure.
 */
final class Restarts {

    private final Lifecycle policy;
    private final Clock clock;
    private @Nullable Failure last;
    private boolean failing;
    private long count;

    Restarts(Lifecycle policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** Takes note of a failure; answers the wait before the next attempt. */
    synchronized Duration failed(Throwable cause) {
        Instant now = clock.instant();
        int times = isInARow(now) && last != null ? last.times() + 1 : 1;
        Duration wait = wait(times);
        last = new Failure(first(cause).toString(), now, times, now.plus(wait));
        failing = true;
        count++;
        return wait;
    }

    /** Takes note that it works again. */
    synchronized void working() {
        failing = false;
    }

    /** What keeps the application from its work, or null when nothing does. */
    synchronized @Nullable Failure failure() {
        return failing ? last : null;
    }

    /** Failures since the process began. */
    synchronized long count() {
        return count;
    }

    private static Throwable first(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first;
    }

    private boolean isInARow(Instant now) {
        return last != null && now.isBefore(last.startsAgain().plus(policy.restartWindow()));
    }

    private Duration wait(int times) {
        Duration wait = policy.restartBackoff();
        for (int time = 1; time < times && wait.compareTo(policy.longestBackoff()) < 0; time++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(policy.longestBackoff()) < 0 ? wait : policy.longestBackoff();
    }
}
