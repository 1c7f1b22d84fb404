package com.sessionanalyzer.standalone.start;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gives memory back to the system when the heap has grown and nothing needs it any more. The serial collector shrinks the heap in
 * full collections only, and after a load none comes, because nothing fills the heap. So one is asked for when the heap has grown
 * by a quarter since the last time and an interval went by without any collection: everything stands still for it, about a second
 * per gigabyte that is in use, and nobody is busy then.
 */
final class UnusedHeap implements SmartLifecycle {

    private static final double GROWN = 1.25;
    private static final long MEGABYTE = 1L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(UnusedHeap.class);

    private final Heap heap;
    private final Duration interval;
    private long kept;
    private long collections;
    private @Nullable ScheduledExecutorService thread;

    UnusedHeap(Heap heap, Duration interval) {
        this.heap = heap;
        this.interval = interval;
    }

    /** Takes the heap as it is for what is needed: at the end of a start that is little more than what it has read. */
    void remember() {
        kept = heap.committed();
        collections = heap.collections();
    }

    /** Looks whether there was no collection since the last look, and has the heap shrunk if it has grown. */
    void look() {
        boolean isQuiet = heap.collections() == collections;
        long before = heap.committed();
        if (isQuiet && before > GROWN * kept) {
            kept = before;
            heap.shrink();
            kept = heap.committed();
            LOG.atInfo()
                    .addKeyValue("beforeMegabytes", before / MEGABYTE)
                    .addKeyValue("afterMegabytes", kept / MEGABYTE)
                    .log("collected all of the heap at a quiet time");
        }
        collections = heap.collections();
    }

    /** A heap that cannot be made smaller stays as it is until it has grown again. */
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException unexpected) {
            LOG.atError().setCause(unexpected).log("the heap could not be made smaller");
        }
    }

    /** When all else has started. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public synchronized void start() {
        remember();
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread looks = new Thread(task, "unused-heap");
            looks.setDaemon(true);
            return looks;
        });
        long millis = interval.toMillis();
        var unused = started.scheduleWithFixedDelay(this::lookSafely, millis, millis, TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
