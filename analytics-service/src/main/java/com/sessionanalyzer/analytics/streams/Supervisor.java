package com.sessionanalyzer.analytics.streams;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** The one thread that starts an application again; what comes after its end is ignored. */
final class Supervisor implements AutoCloseable {

    private final ThreadPoolExecutor executor;

    Supervisor(String applicationId) {
        executor = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
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
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(task);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
