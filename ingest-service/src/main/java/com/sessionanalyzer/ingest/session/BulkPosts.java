package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.BulkProperties;
import com.sessionanalyzer.ingest.body.UnreadableBodyException;
import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.intake.items.UnreadableContentException;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Takes bulk posts from their first byte to their last, so many at once. */
final class BulkPosts {

    private final Intake intake;
    private final Imports imports;
    private final BulkReading reading;
    private final BulkThreads threads;
    private final BulkProperties limits;
    private final Semaphore places;

    BulkPosts(Intake intake, Imports imports, BulkReading reading, BulkThreads threads, BulkProperties limits) {
        this.intake = intake;
        this.imports = imports;
        this.reading = reading;
        this.threads = threads;
        this.limits = limits;
        this.places = new Semaphore(limits.maxPosts());
    }

    /**
     * Settles all of a content that is not settled yet.
     *
     * @return what was done
     * @throws ProblemException when not all of it could be settled; it says how much is
     */
    BulkRun accept(BulkHead head, InputStream body, BulkResults results) {
        try (Imports.Claim claim = imports.begin(head)) {
            if (!places.tryAcquire()) {
                throw BulkProblems.busy(limits.maxPosts());
            }
            try {
                return settled(claim.run(), body, results);
            } finally {
                places.release();
            }
        }
    }

    private BulkRun settled(BulkRun run, InputStream body, BulkResults results) {
        try (BulkContent content = reading.open(run.head(), body)) {
            run.arriving(content::arrived);
            BulkLog log = new BulkLog(intake.sequence(), run);
            BulkPipeline pipeline = pipeline(run, log, results);
            Future<?> clock = threads.every(limits.chunkTime().dividedBy(2), pipeline::advance);
            try {
                new BulkTry(run, content, log, pipeline, reading, results).settle();
                return run;
            } finally {
                clock.cancel(false);
                pipeline.awaitQuiet();
            }
        } catch (ProblemException known) {
            throw known;
        } catch (UnreadableBodyException broken) {
            throw broken.isDamaged()
                    ? BulkProblems.damaged(broken.sentence(), run)
                    : BulkProblems.of(broken.type(), broken.sentence(), run);
        } catch (UnreadableContentException unreadable) {
            throw BulkProblems.unreadable(unreadable, run);
        } catch (CancellationException cancelled) {
            throw BulkProblems.of(ProblemType.CANCELLED, "The import was cancelled while it was sent.", run);
        } catch (IOException gone) {
            throw BulkProblems.of(ProblemType.UNREADABLE_CONTENT, "The connection broke off before the end.", run);
        } catch (CompletionException failed) {
            throw unsettled(failed, run);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw BulkProblems.of(ProblemType.UNAVAILABLE, "The server is stopping.", run);
        }
    }

    private BulkPipeline pipeline(BulkRun run, BulkLog log, BulkResults results) {
        return new BulkPipeline(
                threads.parsers(),
                chunk -> settled(run, log, chunk).thenCompose(nothing -> results.settled(run, chunk)),
                limits,
                System::nanoTime);
    }

    private static CompletableFuture<Void> settled(BulkRun run, BulkLog log, BulkChunk chunk) {
        if (!run.head().dryRun()) {
            return log.settle(chunk);
        }
        run.settled(chunk, Position.BEGINNING);
        return CompletableFuture.completedFuture(null);
    }

    private static RuntimeException unsettled(CompletionException failed, BulkRun run) {
        Throwable cause = failed.getCause();
        if (cause instanceof LogUnavailableException) {
            return BulkProblems.of(ProblemType.UNAVAILABLE, Refusals.UNAVAILABLE, run);
        }
        if (cause instanceof IOException) {
            return BulkProblems.of(
                    ProblemType.UNREADABLE_CONTENT, "The results could not be sent: nobody reads them.", run);
        }
        return failed;
    }
}
