package com.sessionanalyzer.query.live;

import com.sessionanalyzer.observe.Step;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.OrganizationId;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one organization, and the pace at which they are told of changes. */
final class Channel {

    private static final Logger log = LoggerFactory.getLogger(Channel.class);

    private final OrganizationId organization;
    private final FrameSource source;
    private final long interval;
    private final LiveCounts counts;
    private final Traces traces;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicReference<@Nullable String> trace = new AtomicReference<>();
    private volatile long earliest = System.nanoTime();

    Channel(OrganizationId organization, FrameSource source, Duration interval, LiveCounts counts, Traces traces) {
        this.organization = organization;
        this.source = source;
        this.interval = interval.toNanos();
        this.counts = counts;
        this.traces = traces;
    }

    Subscriber join(AsyncContext request, byte[] preface, Runnable left) throws IOException {
        AtomicReference<Subscriber> self = new AtomicReference<>();
        Subscriber subscriber = new Subscriber(request, preface, counts, () -> {
            subscribers.remove(self.get());
            left.run();
        });
        self.set(subscriber);
        subscribers.add(subscriber);
        return subscriber;
    }

    /** Tells a new connection how it is. */
    void greet(Subscriber subscriber) {
        source.newest(organization).ifPresent(subscriber::offer);
    }

    /** Has the newest frame sent now, as the end of the trace that this thread is in, or when the interval is over; further changes until then are told together. */
    void changed(ScheduledExecutorService executor) {
        String latest = traces.current();
        if (latest != null) {
            trace.set(latest);
        }
        if (!subscribers.isEmpty() && due.compareAndSet(false, true)) {
            long wait = Math.max(0, earliest - System.nanoTime());
            try {
                Future<?> unused = executor.schedule(this::send, wait, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException ending) {
                due.set(false);
            }
        }
    }

    void beat(byte[] comment) {
        subscribers.forEach(subscriber -> subscriber.beat(comment));
    }

    void tell(byte[] event) {
        subscribers.forEach(subscriber -> subscriber.tell(event));
    }

    void close() {
        subscribers.forEach(Subscriber::close);
    }

    private void send() {
        due.set(false);
        earliest = System.nanoTime() + interval;
        Step step = traces.next("tell pages", trace.getAndSet(null));
        try {
            source.newest(organization)
                    .map(frame -> frame.endOf(step.traceparent()))
                    .ifPresent(this::offer);
            step.note("csa.clients", subscribers.size());
        } catch (RuntimeException failed) {
            step.failed(failed);
            log.atError()
                    .addKeyValue("organization", organization)
                    .setCause(failed)
                    .log("no frame could be made");
        } finally {
            step.close();
        }
    }

    private void offer(Frame frame) {
        subscribers.forEach(subscriber -> subscriber.offer(frame));
    }
}
