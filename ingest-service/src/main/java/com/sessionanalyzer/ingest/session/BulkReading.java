package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.BulkProperties;
import com.sessionanalyzer.intake.ParseTimes;
import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.Segment;
import com.sessionanalyzer.intake.session.Sending;
import com.sessionanalyzer.intake.session.SessionBatches;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.schema.session.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the content of bulk posts: cuts it, and makes records and rejections of its segments. */
final class BulkReading {

    private final SessionBatches batches;
    private final ParseTimes times;
    private final BulkProperties limits;

    BulkReading(SessionBatches batches, ParseTimes times, BulkProperties limits) {
        this.batches = batches;
        this.times = times;
        this.limits = limits;
    }

    /** The content of a body, which is read when it is asked for. */
    BulkContent open(BulkHead head, InputStream body) throws IOException {
        ItemLimits items = new ItemLimits(
                ItemLimits.DEFAULT.chunkBytes(),
                ItemLimits.DEFAULT.chunkItems(),
                Math.toIntExact(limits.maxRecord().toBytes()));
        return new BulkContent(body, head, limits.limits(), items);
    }

    /**
     * Reads a segment. The expensive part; any thread may do it.
     *
     * @param known how many of its records are settled already
     */
    BulkPart read(BulkRun run, Segment segment, int known, String fingerprint) {
        BulkHead head = run.head();
        List<Parsed> all = times.time(
                Channel.BULK.code(),
                () -> segment.parse(new Terms(head.organization().zone(), run.startedAt())));
        List<Parsed> records = all.subList(known, all.size());
        Sending sending =
                new Sending(head.organization(), Channel.BULK, "", head.key().id(), run.startedAt());
        long first = segment.firstItem() + known;
        return BulkPart.of(
                first,
                records.stream().map(BulkOutcome::of).toList(),
                batches.of(sending, first, records).entries(),
                segment.endByte(),
                segment.endLine(),
                fingerprint);
    }
}
