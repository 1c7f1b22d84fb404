package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.items.UnreadableContentException;
import com.sessionanalyzer.intake.session.Segment;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryState;
import java.io.IOException;
import java.util.concurrent.CancellationException;

/**
 * Sends a content through the pipeline: passes what an earlier try settled, after making sure that it is the same, and
 * settles the rest. What was read before a failure is settled too.
 */
final class BulkTry {

    private final BulkRun run;
    private final BulkContent content;
    private final BulkLog log;
    private final BulkPipeline pipeline;
    private final BulkReading reading;
    private final BulkResults results;
    private BulkEnd reached;
    private boolean isPassed;

    BulkTry(
            BulkRun run,
            BulkContent content,
            BulkLog log,
            BulkPipeline pipeline,
            BulkReading reading,
            BulkResults results) {
        this.run = run;
        this.content = content;
        this.log = log;
        this.pipeline = pipeline;
        this.reading = reading;
        this.results = results;
        this.reached = run.end();
        this.isPassed = run.before() == null;
    }

    void settle() throws IOException, InterruptedException {
        try {
            readAll();
        } catch (CancellationException cancelled) {
            breakOff(DeliveryState.CANCELLED);
            throw cancelled;
        } catch (IOException | UnreadableContentException broken) {
            breakOff(run.isCancelled() ? DeliveryState.CANCELLED : DeliveryState.INTERRUPTED);
            throw broken;
        }
    }

    private void readAll() throws IOException, InterruptedException {
        for (Segment segment = content.next(); segment != null; segment = content.next()) {
            if (run.isCancelled()) {
                throw new CancellationException();
            }
            add(segment);
        }
        long bytes = content.unpacked();
        pass(bytes, 0);
        if (run.wasComplete()) {
            requireSame(bytes == settled().bytes());
        } else if (run.before() == null && reached.bytes() == 0) {
            throw BulkProblems.empty();
        }
        pipeline.finish(new BulkEnd(DeliveryState.COMPLETE, bytes, reached.lines(), content.fingerprint(bytes)));
    }

    private void add(Segment segment) throws InterruptedException {
        int known = known(segment);
        if (known < segment.items()) {
            requireSame(!run.wasComplete());
            String fingerprint = content.fingerprint(segment.endByte());
            reached = new BulkEnd(DeliveryState.RUNNING, segment.endByte(), segment.endLine(), fingerprint);
            pipeline.add(() -> reading.read(run, segment, known, fingerprint));
        }
    }

    /** How many of the segment's records an earlier try settled. */
    private int known(Segment segment) throws InterruptedException {
        if (isPassed) {
            return 0;
        }
        if (segment.endByte() < settled().bytes()) {
            content.forget(segment.endByte());
            return segment.items();
        }
        pass(segment.endByte(), segment.firstItem());
        long known = settled().received() - segment.firstItem();
        requireSame(known >= 0 && known <= segment.items());
        return (int) known;
    }

    private void pass(long available, long firstItem) {
        if (isPassed) {
            return;
        }
        Delivery settled = settled();
        requireSame(available >= settled.bytes()
                && firstItem <= settled.received()
                && content.begins(settled.bytes(), settled.fingerprint()));
        isPassed = true;
        run.replayed(settled.received());
        log.replayed(settled.received());
        results.replayed(settled.received(), settled.lines());
    }

    private Delivery settled() {
        Delivery before = run.before();
        if (before == null) {
            throw new IllegalStateException("there was no earlier try");
        }
        return before;
    }

    private static void requireSame(boolean holds) {
        if (!holds) {
            throw BulkProblems.otherContent();
        }
    }

    private void breakOff(DeliveryState state) throws InterruptedException {
        boolean isWorthNoting = isPassed && (run.before() != null || reached.bytes() > 0);
        if (isWorthNoting && !run.wasComplete()) {
            pipeline.finish(new BulkEnd(state, reached.bytes(), reached.lines(), reached.fingerprint()));
        }
    }
}
