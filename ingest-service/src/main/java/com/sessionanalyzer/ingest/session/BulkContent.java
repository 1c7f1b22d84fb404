package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.body.BodyLimits;
import com.sessionanalyzer.ingest.body.BoundedStream;
import com.sessionanalyzer.ingest.body.GunzipStream;
import com.sessionanalyzer.ingest.body.PacedStream;
import com.sessionanalyzer.ingest.body.PrintedStream;
import com.sessionanalyzer.intake.Fingerprint;
import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.session.Segment;
import com.sessionanalyzer.intake.session.SessionItems;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The content of a bulk post as it arrives: unpacked, bounded, fingerprinted and cut into segments. */
final class BulkContent implements Closeable {

    /** The fingerprint of nothing. */
    static final String EMPTY = Fingerprint.of(new byte[0]);

    private final PacedStream arriving;
    private final BoundedStream unpacked;
    private final PrintedStream printed;
    private final SessionItems items;

    BulkContent(InputStream body, BulkHead head, BodyLimits limits, ItemLimits itemLimits) throws IOException {
        this.arriving = new PacedStream(body, limits, System::nanoTime);
        this.unpacked =
                new BoundedStream(head.packed() ? new GunzipStream(arriving) : arriving, limits, arriving::count);
        this.printed = new PrintedStream(unpacked);
        this.items = SessionItems.open(head.format(), printed, itemLimits);
    }

    /** The next segment, waiting for it; null at the end. */
    @Nullable
    Segment next() throws IOException {
        return items.next();
    }

    /** The fingerprint of its first bytes; no segment that ends before them may be waited for any more. */
    String fingerprint(long end) {
        return printed.fingerprint(end);
    }

    /** Whether the first bytes are the ones with this fingerprint. */
    boolean begins(long end, String fingerprint) {
        return !printed.isPast(end) && printed.fingerprint(end).equals(fingerprint);
    }

    /** Keeps nothing of its first bytes any more, of which no fingerprint is needed. */
    void forget(long end) {
        printed.print(end);
    }

    /** Bytes that have arrived, as they are sent. */
    long arrived() {
        return arriving.count();
    }

    /** Bytes that were unpacked. */
    long unpacked() {
        return unpacked.count();
    }

    @Override
    public void close() throws IOException {
        items.close();
    }
}
