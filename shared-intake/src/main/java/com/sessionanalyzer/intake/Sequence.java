package com.sessionanalyzer.intake;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Batches that build on each other: they are committed in the order in which they are submitted, and none after one that
 * failed. So many may be on their way at once.
 */
public final class Sequence {

    private final Consumer<Ticket> writer;
    private volatile boolean broken;

    Sequence(Consumer<Ticket> writer) {
        this.writer = writer;
    }

    /** Has the batch committed after those before it; fails with {@link LogUnavailableException}. */
    public CompletableFuture<Committed> submit(Batch batch) {
        Ticket ticket = new Ticket(batch, this);
        writer.accept(ticket);
        return ticket.result();
    }

    boolean isBroken() {
        return broken;
    }

    void breakOff() {
        broken = true;
    }
}
