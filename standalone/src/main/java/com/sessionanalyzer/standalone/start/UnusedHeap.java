package com.sessionanalyzer.standalone.start;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Gives memory back to the system when the heap has grown and nothing needs it any more. The serial collector shrinks the heap in
 * full collections only, and after a load none comes, because nothing fills the heap. So one is asked for when the heap has grown
 * by a quarter since the last time and an interval went by without any collection: everything stands still for it, about a second
 * per gigabyte that is in use, and nobody is busy then.
 */
final class UnusedHeap implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

    private static final double GROWN = 1.25;
    private static final long MEGABYTE = 1L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(UnusedHeap.class);

    private final Heap heap;
    private final Duration interval;
    private final ThreadPoolTaskScheduler looks = new ThreadPoolTaskScheduler();
    private long kept;
    private long collections;

    UnusedHeap(Heap heap, Duration interval) {
        this.heap = heap;
        this.interval = interval;
    }

    /** Takes the heap as it is for what is needed: at the end of a start that is little more than what it has read. */
    void remember() {
        kept = heap.committed();
        collections = heap.collections();
    }

    /**
     * Looks whether there was no collection since the last look, and has the heap shrunk if it has grown. One that cannot be made
     * smaller is left alone until it has grown again.
     */
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

    /** Begins to look once all is started; when a look fails the scheduler says so, and the next one is made all the same. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        remember();
        looks.setThreadNamePrefix("unused-heap-");
        looks.setDaemon(true);
        looks.initialize();
        var unused = looks.scheduleWithFixedDelay(this::look, interval);
    }

    @Override
    public void destroy() {
        looks.shutdown();
    }
}
