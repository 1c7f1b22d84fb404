package com.sessionanalyzer.ingest.body;

import com.sessionanalyzer.page.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Unpacked content that may neither be too long, nor grow too much out of what was sent. */
public final class BoundedStream extends FilterInputStream {

    private final BodyLimits limits;
    private final LongSupplier sent;
    private final AtomicLong count = new AtomicLong();

    /**
     * Content with these limits.
     *
     * @param sent bytes that it was unpacked from up to now
     */
    public BoundedStream(InputStream content, BodyLimits limits, LongSupplier sent) {
        super(content);
        this.limits = limits;
        this.sent = sent;
    }

    /** Bytes of the content that were read. */
    public long count() {
        return count.get();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            count.addAndGet(read);
            requireBounded();
        }
        return read;
    }

    private void requireBounded() throws UnreadableBodyException {
        if (count.get() > limits.bytes()) {
            throw new UnreadableBodyException(
                    ProblemType.TOO_LARGE, "The content has more than " + limits.bytes() + " bytes.");
        }
        if (count.get() > limits.free() && count.get() > limits.ratio() * sent.getAsLong()) {
            throw new UnreadableBodyException(
                    ProblemType.TOO_LARGE,
                    "The content unpacks to more than " + limits.ratio() + " times of what was sent.");
        }
    }

    @Override
    public long skip(long length) throws IOException {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
