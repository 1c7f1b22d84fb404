package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.Batch;
import com.sessionanalyzer.intake.DeliveryNote;
import com.sessionanalyzer.intake.Note;
import com.sessionanalyzer.intake.Sequence;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Writes the chunks of one try to the log, each with how far the delivery has come with it. */
final class BulkLog {

    private final Sequence sequence;
    private final BulkRun run;
    private final BulkReasons reasons;
    private final AtomicReference<Position> position;
    private BulkTotals planned = BulkTotals.NONE;
    private long uncounted;

    BulkLog(Sequence sequence, BulkRun run) {
        this.sequence = sequence;
        this.run = run;
        Delivery before = run.before();
        this.reasons = new BulkReasons(before == null ? Map.of() : before.reasons());
        this.position = new AtomicReference<>(before == null ? Position.BEGINNING : before.position());
    }

    /** Has records that an earlier try settled counted as replayed with the next chunk. */
    void replayed(long records) {
        uncounted = records;
    }

    /** Settles the chunk after those before it, and none after one that failed. */
    CompletableFuture<Void> settle(BulkChunk chunk) {
        planned = planned.plus(chunk.totals());
        chunk.parts().forEach(part -> part.forEachRejected(rejected -> reasons.add(rejected.findings())));
        Batch batch = Batch.of(
                run.head().organization().id(),
                SessionTopics.DOMAIN,
                Channel.BULK.code(),
                chunk.records() + uncounted,
                uncounted,
                chunk.entries(),
                notes(chunk.end()));
        uncounted = 0;
        return sequence.submit(batch).thenAccept(committed -> run.settled(chunk, committed.position()));
    }

    private List<Note> notes(@Nullable BulkEnd end) {
        if (end == null || run.wasComplete()) {
            return List.of();
        }
        BulkTotals done = planned;
        Map<String, Long> why = reasons.counts();
        return List.of(new DeliveryNote(
                run.head().key(),
                written -> run.delivery(done, end, why, position.accumulateAndGet(written, Position::and))));
    }
}
