package com.sessionanalyzer.ingest.body;

import com.sessionanalyzer.page.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The bytes of a body as they arrive, counted. A sender that is slower than allowed for as long as allowed is refused; only
 * the time counts that reading waits for it, not the time that it is kept waiting.
 */
public final class PacedStream extends FilterInputStream {

    /** Bytes of a read after which there is probably more: what servers keep of a body is 8 KiB. */
    private static final int BUSY = 4096;

    private static final double NANOS_PER_SECOND = 1e9;

    private final BodyLimits limits;
    private final LongSupplier nanos;
    private final AtomicLong count = new AtomicLong();
    private long waited;
    private long windowBytes;
    private boolean isBusy;

    /**
     * A body with these limits.
     *
     * @param nanos a clock that only goes forward
     */
    public PacedStream(InputStream body, BodyLimits limits, LongSupplier nanos) {
        super(body);
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Bytes that have arrived. */
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
        long start = nanos.getAsLong();
        int read = readInTime(buffer, offset, length);
        if (read > 0) {
            count.addAndGet(read);
            windowBytes += read;
            isBusy = read >= BUSY;
            waited += nanos.getAsLong() - start;
            requirePace();
        }
        return read;
    }

    private int readInTime(byte[] buffer, int offset, int length) throws IOException {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException failed) {
            throw isTimeout(failed) ? tooSlow() : failed;
        }
    }

    private static boolean isTimeout(IOException failed) {
        return failed instanceof SocketTimeoutException || failed.getCause() instanceof SocketTimeoutException;
    }

    private void requirePace() throws UnreadableBodyException {
        if (waited < limits.patience().toNanos()) {
            return;
        }
        if (windowBytes < limits.rate() * (waited / NANOS_PER_SECOND)) {
            throw tooSlow();
        }
        waited = 0;
        windowBytes = 0;
    }

    private UnreadableBodyException tooSlow() {
        return new UnreadableBodyException(
                ProblemType.TOO_SLOW,
                "The body came at less than " + limits.rate() + " bytes a second for "
                        + limits.patience().toSeconds() + " seconds, so the server stopped waiting for it.");
    }

    /** More than nothing while the sender seems to have sent more than was read; nothing when reading would wait. */
    @Override
    public int available() throws IOException {
        return isBusy ? 1 : in.available();
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
