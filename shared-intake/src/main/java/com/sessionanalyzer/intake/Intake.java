package com.sessionanalyzer.intake;

import com.sessionanalyzer.observe.Traces;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The door of the log: has batches committed, and gauges what is on its way. */
public final class Intake {

    private final RecordLog log;
    private final IntakeGauge gauge;
    private final Clock clock;
    private final Duration timeout;
    private final LogRoom room;
    private final Traces traces;

    /**
     * A door to this log that is never shut, and that nobody traces.
     *
     * @param timeout for a batch that somebody waits for
     */
    public Intake(RecordLog log, IntakeGauge gauge, Clock clock, Duration timeout) {
        this(log, gauge, clock, timeout, LogRoom.elsewhere(), Traces.NONE);
    }

    /**
     * A door to this log that is shut while there is no room.
     *
     * @param timeout for a batch that somebody waits for
     */
    public Intake(RecordLog log, IntakeGauge gauge, Clock clock, Duration timeout, LogRoom room, Traces traces) {
        this.log = log;
        this.room = room;
        this.gauge = gauge;
        this.clock = clock;
        this.timeout = timeout;
        this.traces = traces;
    }

    /**
     * Commits a batch that somebody waits for.
     *
     * @throws LogUnavailableException when the log did not confirm in time
     */
    public Committed commit(Batch batch) {
        return commit(batch, () -> {});
    }

    /**
     * Commits a batch that somebody waits for.
     *
     * @param ended is called when it is known whether the batch is in the log, which may be after the answer
     * @throws LogUnavailableException when the log did not confirm in time
     */
    public Committed commit(Batch batch, Runnable ended) {
        Ticket ticket = new Ticket(batch, null);
        var unused = ticket.result().whenComplete((committed, failure) -> ended.run());
        submit(Lane.POSTS, ticket, traces.current());
        try {
            return ticket.result().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (TimeoutException late) {
            throw late(ticket, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw late(ticket, interrupted);
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        return cause instanceof LogUnavailableException
                ? new LogUnavailableException("the log did not take the batch", cause)
                : new IllegalStateException("the log can never take the batch", cause);
    }

    private static LogUnavailableException late(Ticket ticket, Exception cause) {
        LogUnavailableException late = new LogUnavailableException("the log did not confirm in time", cause);
        if (ticket.withdraw()) {
            ticket.fail(late);
        }
        return late;
    }

    /** Has a batch committed that somebody waits for, as long as that takes; the result says when it is known how it went. */
    public CompletableFuture<Committed> post(Batch batch) {
        Ticket ticket = new Ticket(batch, null);
        submit(Lane.POSTS, ticket, traces.current());
        return ticket.result();
    }

    /** Has a large batch committed; how many are on their way is the caller's to bound. */
    public CompletableFuture<Committed> submit(Batch batch) {
        return sequence().submit(batch);
    }

    /** Starts a sequence of large batches that build on each other. */
    public Sequence sequence() {
        return sequence(Lane.BULK);
    }

    /** Starts a sequence of batches that a consumer makes of a topic. */
    public Sequence stream() {
        return sequence(Lane.STREAM);
    }

    /** Why nothing is taken any more, whatever comes; empty while it is. */
    public String refusal() {
        return log.refusal();
    }

    /** Whatever thread submits its batches, they are part of the step that it was started in. */
    private Sequence sequence(Lane lane) {
        String trace = traces.current();
        return new Sequence(ticket -> submit(lane, ticket, trace));
    }

    private void submit(Lane lane, Ticket ticket, @Nullable String trace) {
        gauge.submitted(ticket.batch());
        Publication publication = Publication.begin(traces, trace, ticket.batch());
        var unused = ticket.result().whenComplete((committed, failure) -> {
            publication.end(failure);
            if (failure == null) {
                gauge.settled(ticket.batch(), clock.instant());
            } else {
                gauge.failed(ticket.batch());
            }
        });
        if (room.hasRoom()) {
            log.submit(lane, ticket);
        } else {
            ticket.fail(new LogUnavailableException("there is no room for more", null));
        }
    }
}
