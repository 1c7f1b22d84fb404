package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.BulkProperties;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads pieces of content in parallel and has them settled in their order, so many at a time: whoever brings pieces faster
 * than they are settled waits. All of it ends with the first failure.
 */
final class BulkPipeline {

    private static final int MAX_READINGS = 6;
    private static final int MAX_UNSETTLED = 2;

    private final Executor parsers;
    private final Function<BulkChunk, CompletableFuture<Void>> settle;
    private final BulkProperties limits;
    private final LongSupplier nanos;
    private final Deque<CompletableFuture<BulkPart>> readings = new ArrayDeque<>();
    private BulkChunk chunk;
    private int unsettled;
    private @Nullable BulkEnd end;
    private @Nullable Throwable failure;

    /**
     * An empty pipeline.
     *
     * @param settle is called for one chunk after the other, without waiting for the end of the one before
     * @param nanos  a clock that only goes forward
     */
    BulkPipeline(
            Executor parsers,
            Function<BulkChunk, CompletableFuture<Void>> settle,
            BulkProperties limits,
            LongSupplier nanos) {
        this.parsers = parsers;
        this.settle = settle;
        this.limits = limits;
        this.nanos = nanos;
        this.chunk = new BulkChunk(nanos.getAsLong());
    }

    /**
     * Adds the next piece, waiting while there are too many.
     *
     * @throws CompletionException with the reason when anything before it failed
     */
    synchronized void add(Supplier<BulkPart> reading) throws InterruptedException {
        while (readings.size() >= MAX_READINGS && failure == null) {
            wait();
        }
        requireUnbroken();
        CompletableFuture<BulkPart> part = CompletableFuture.supplyAsync(reading, parsers);
        readings.add(part);
        CompletableFuture<BulkPart> unused = part.whenComplete((read, failed) -> advance());
    }

    /**
     * Has everything settled, and then that this is the end.
     *
     * @throws CompletionException with the reason when anything of it failed
     */
    synchronized void finish(BulkEnd last) throws InterruptedException {
        end = last;
        advance();
        while ((end != null || unsettled > 0) && failure == null) {
            wait();
        }
        requireUnbroken();
    }

    /** Waits until nothing is on its way to be settled any more, whatever becomes of it. */
    synchronized void awaitQuiet() throws InterruptedException {
        while (unsettled > 0) {
            wait();
        }
    }

    /** Settles what has waited long enough for more. */
    synchronized void advance() {
        boolean isMoving = true;
        while (failure == null && isMoving) {
            while (mayTake()) {
                take(readings.remove());
            }
            isMoving = failure == null && unsettled < MAX_UNSETTLED && maySettle();
            if (isMoving) {
                settle();
            }
        }
        notifyAll();
    }

    private boolean maySettle() {
        if (end != null && readings.isEmpty()) {
            chunk.end(end);
            end = null;
            return true;
        }
        return !chunk.isEmpty() && (isFull() || isOld());
    }

    private boolean mayTake() {
        CompletableFuture<BulkPart> next = readings.peek();
        return next != null && next.isDone() && !isFull();
    }

    private void take(CompletableFuture<BulkPart> reading) {
        try {
            if (chunk.isEmpty()) {
                chunk = new BulkChunk(nanos.getAsLong());
            }
            chunk.add(reading.join());
        } catch (CompletionException failed) {
            fail(failed);
        }
    }

    private boolean isFull() {
        return chunk.records() >= limits.chunkRecords()
                || chunk.size() >= limits.chunkBytes().toBytes();
    }

    private boolean isOld() {
        return nanos.getAsLong() - chunk.begunAt() >= limits.chunkTime().toNanos();
    }

    private void settle() {
        BulkChunk settled = chunk;
        chunk = new BulkChunk(nanos.getAsLong());
        unsettled++;
        CompletableFuture<Void> unused = begun(settled).whenComplete((nothing, failed) -> settled(failed));
    }

    private CompletableFuture<Void> begun(BulkChunk settled) {
        try {
            return settle.apply(settled);
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    private synchronized void settled(@Nullable Throwable failed) {
        unsettled--;
        if (failed != null) {
            fail(failed);
        }
        advance();
    }

    private void fail(Throwable failed) {
        if (failure == null) {
            failure = failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        }
    }

    private void requireUnbroken() {
        if (failure != null) {
            throw new CompletionException(failure);
        }
    }
}
