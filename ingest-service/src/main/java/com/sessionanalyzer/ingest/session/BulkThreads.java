package com.sessionanalyzer.ingest.session;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that all bulk posts share. */
final class BulkThreads implements AutoCloseable {

    private final ExecutorService parsers;
    private final ScheduledExecutorService clock;

    BulkThreads(int parsers) {
        this.parsers = Executors.newFixedThreadPool(parsers, named("bulk-parser"));
        this.clock = Executors.newSingleThreadScheduledExecutor(named("bulk-clock"));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    Executor parsers() {
        return parsers;
    }

    /** Does something again and again until the answer is cancelled. */
    Future<?> every(Duration interval, Runnable task) {
        return clock.scheduleAtFixedRate(task, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        parsers.shutdownNow();
        clock.shutdownNow();
    }
}
