package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.Entry;
import com.sessionanalyzer.schema.intake.DeliveryState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts that are settled together, one after the other. It is built by one thread at a time. */
final class BulkChunk {

    private final List<BulkPart> parts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final long begunAt;
    private long recorded;
    private long size;
    private @Nullable BulkEnd end;

    BulkChunk(long begunAt) {
        this.begunAt = begunAt;
    }

    void add(BulkPart part) {
        parts.add(part);
        entries.addAll(part.entries());
        recorded += part.recorded();
        size += part.size();
        end = new BulkEnd(DeliveryState.RUNNING, part.endByte(), part.endLine(), part.fingerprint());
    }

    /** Makes it the last. */
    void end(BulkEnd last) {
        end = last;
    }

    List<BulkPart> parts() {
        return parts;
    }

    List<Entry> entries() {
        return entries;
    }

    /** How far the content is settled with it; null when it neither settles nor ends anything. */
    @Nullable
    BulkEnd end() {
        return end;
    }

    BulkTotals totals() {
        return new BulkTotals(entries.size(), recorded, 0, entries.size() - recorded);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    long records() {
        return entries.size();
    }

    long size() {
        return size;
    }

    /** When it was begun, by the clock of the one who builds it. */
    long begunAt() {
        return begunAt;
    }
}
