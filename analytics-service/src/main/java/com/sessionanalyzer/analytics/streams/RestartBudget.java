package com.sessionanalyzer.analytics.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How often an application that failed may start again, and after which wait; what is long ago is forgotten. */
final class RestartBudget {

    private static final int MAX_DOUBLINGS = 5;

    private final Lifecycle policy;
    private final Clock clock;
    private final Deque<Instant> restarts = new ArrayDeque<>();

    RestartBudget(Lifecycle policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** The wait before the next restart, which is counted, or empty when there have been too many. */
    synchronized Optional<Duration> next() {
        Instant now = clock.instant();
        restarts.removeIf(restart -> restart.isBefore(now.minus(policy.restartWindow())));
        if (restarts.size() >= policy.restarts()) {
            return Optional.empty();
        }
        Duration wait = policy.restartBackoff().multipliedBy(1L << Math.min(restarts.size(), MAX_DOUBLINGS));
        restarts.add(now);
        return Optional.of(wait);
    }
}
