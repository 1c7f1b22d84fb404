package com.sessionanalyzer.analytics.streams;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** The one thread that starts an application again; what comes after its end is ignored. */
final class Supervisor implements AutoCloseable {

    private final ScheduledThreadPoolExecutor executor;

    Supervisor(String applicationId) {
        executor = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, applicationId + "-supervisor");
                    thread.setDaemon(true);
                    return thread;
                },
                new DiscardPolicy());
    }

    void execute(Runnable task) {
        executor.execute(task);
    }

    void executeAfter(Duration wait, Runnable task) {
        executor.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
