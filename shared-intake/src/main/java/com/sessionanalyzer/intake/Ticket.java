package com.sessionanalyzer.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A batch on its way to the log. */
public final class Ticket {

    private final Batch batch;
    private final @Nullable Sequence sequence;
    private final long bytes;
    private final CompletableFuture<Committed> result = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    Ticket(Batch batch, @Nullable Sequence sequence) {
        this.batch = batch;
        this.sequence = sequence;
        this.bytes = batch.bytes();
    }

    public Batch batch() {
        return batch;
    }

    long bytes() {
        return bytes;
    }

    /**
     * Ends once it is known whether the batch is in the log; fails with {@link LogUnavailableException}, or with another
     * exception when it could never be there.
     */
    public CompletableFuture<Committed> result() {
        return result;
    }

    @Nullable
    Sequence sequence() {
        return sequence;
    }

    /** Whether a writer may commit it now: nobody has withdrawn it, and nothing that it builds on is missing. */
    public boolean take() {
        return follows() && state.compareAndSet(State.WAITING, State.TAKEN);
    }

    /** Whether nothing that it builds on is missing; it fails otherwise. */
    boolean follows() {
        if (sequence != null && sequence.isBroken()) {
            fail(new LogUnavailableException("a batch before this one is not in the log", null));
            return false;
        }
        return true;
    }

    /** Whether it is sure never to be committed, because no writer has taken it yet. */
    boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN);
    }

    public void complete(Committed committed) {
        result.complete(committed);
    }

    public void fail(RuntimeException reason) {
        if (sequence != null) {
            sequence.breakOff();
        }
        result.completeExceptionally(reason);
    }

    private enum State {
        WAITING,
        TAKEN,
        WITHDRAWN
    }
}
