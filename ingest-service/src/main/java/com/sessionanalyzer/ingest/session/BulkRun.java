package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One try of a bulk post: what is settled of it, for the sender and for all who look. */
final class BulkRun {

    private static final int MAX_REJECTIONS = 1_000;

    private final BulkHead head;
    private final @Nullable Delivery before;
    private final Clock clock;
    private final Instant begunAt;
    private final List<Violation> rejections = new ArrayList<>();
    private final BulkReasons reasons;
    private volatile LongSupplier arrived = () -> 0;
    private volatile boolean isCancelled;
    private boolean isNoted;
    private BulkTotals totals = BulkTotals.NONE;
    private BulkEnd end;
    private Position position;

    /**
     * A try that begins now.
     *
     * @param before what an earlier try settled
     */
    BulkRun(BulkHead head, @Nullable Delivery before, Clock clock) {
        this.head = head;
        this.before = before;
        this.clock = clock;
        this.begunAt = now();
        this.reasons = new BulkReasons(before == null ? Map.of() : before.reasons());
        this.position = before == null ? Position.BEGINNING : before.position();
        this.end = new BulkEnd(
                DeliveryState.RUNNING,
                before == null ? 0 : before.bytes(),
                before == null ? 0 : before.lines(),
                before == null ? BulkContent.EMPTY : before.fingerprint());
    }

    BulkHead head() {
        return head;
    }

    @Nullable
    Delivery before() {
        return before;
    }

    /** Whether an earlier try settled all there was. */
    boolean wasComplete() {
        return before != null && before.state() == DeliveryState.COMPLETE;
    }

    /** When the first try began: the time of receipt of all records. */
    Instant startedAt() {
        return before == null ? begunAt : before.startedAt();
    }

    Duration age() {
        return Duration.between(begunAt, clock.instant());
    }

    /** Bytes that have arrived, as they are sent. */
    long arrived() {
        return arrived.getAsLong();
    }

    void arriving(LongSupplier bytes) {
        arrived = bytes;
    }

    void cancel() {
        isCancelled = true;
    }

    boolean isCancelled() {
        return isCancelled;
    }

    /** Counts records that an earlier try settled. */
    synchronized void replayed(long records) {
        totals = totals.plus(BulkTotals.replayed(records));
    }

    /** Counts what is in the log now. */
    synchronized void settled(BulkChunk chunk, Position written) {
        totals = totals.plus(chunk.totals());
        position = position.and(written);
        BulkEnd reached = chunk.end();
        end = reached == null ? end : reached;
        isNoted = isNoted || (reached != null && !head.dryRun());
        chunk.parts().forEach(part -> part.forEachRejected(this::note));
    }

    private void note(BulkOutcome rejected) {
        reasons.add(rejected.findings());
        rejected.findings().stream()
                .limit(MAX_REJECTIONS - (long) rejections.size())
                .forEach(rejections::add);
    }

    /** What this try did. */
    synchronized BulkTotals totals() {
        return totals;
    }

    synchronized BulkEnd end() {
        return end;
    }

    /** Whether there is an import to ask for. */
    synchronized boolean isImport() {
        return isNoted || (before != null && !head.dryRun());
    }

    /** How it stands once it is not at work any more. */
    synchronized String state() {
        if (head.dryRun()) {
            return "dry-run";
        }
        boolean isLeft = end.state() == DeliveryState.RUNNING;
        return (isLeft ? isCancelled ? DeliveryState.CANCELLED : DeliveryState.INTERRUPTED : end.state()).code();
    }

    /** The first of the rules that were broken, in the order of the content. */
    synchronized List<Violation> rejections() {
        return List.copyOf(rejections);
    }

    /** All tries together. */
    synchronized Delivery delivery() {
        return delivery(totals, end, reasons.counts(), position);
    }

    Delivery delivery(BulkTotals done, BulkEnd reached, Map<String, Long> why, Position written) {
        return new Delivery(
                head.name(),
                Channel.BULK.code(),
                head.contentType(),
                "",
                startedAt(),
                now(),
                reached.state(),
                head.packed() ? -1 : head.size(),
                reached.bytes(),
                reached.lines(),
                reached.fingerprint(),
                (before == null ? 0 : before.received()) + done.received() - done.replayed(),
                (before == null ? 0 : before.recorded()) + done.recorded(),
                (before == null ? 0 : before.rejected()) + done.rejected(),
                why,
                written);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
