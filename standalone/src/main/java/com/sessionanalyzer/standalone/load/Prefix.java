package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.intake.Fingerprint;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A content while it is read, with the SHA-256 of what of it is taken. What was read and not taken is kept, unless that is
 * more than any message holds.
 */
final class Prefix extends FilterInputStream {

    private static final int BUFFER = 1 << 16;

    /** More than a reader can be ahead of what it has cut, so that the older half surely belongs to what it cuts next. */
    private static final int MAX_AHEAD = 32 << 20;

    private final MessageDigest digest = Fingerprint.sha256();
    private final byte[] head = new byte[Content.HEAD];
    private byte[] ahead = new byte[BUFFER];
    private int aheadLength;
    private long digested;
    private boolean forgotten;

    Prefix(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            remember(bytes, offset, count);
        }
        return count;
    }

    private void remember(byte[] bytes, int offset, int count) {
        if (aheadLength + count > MAX_AHEAD) {
            forgotten = true;
            digest(MAX_AHEAD / 2);
        }
        if (aheadLength + count > ahead.length) {
            ahead = Arrays.copyOf(ahead, Math.max(2 * ahead.length, aheadLength + count));
        }
        System.arraycopy(bytes, offset, ahead, aheadLength, count);
        aheadLength += count;
    }

    /** Takes everything before the byte of this number, which was read; null when that was too much to keep. */
    byte @Nullable [] takeTo(long end) {
        int count = Math.toIntExact(end - digested);
        byte[] taken = forgotten ? null : Arrays.copyOf(ahead, count);
        digest(count);
        forgotten = false;
        return taken;
    }

    private void digest(int count) {
        digest.update(ahead, 0, count);
        if (digested < head.length) {
            System.arraycopy(ahead, 0, head, (int) digested, (int) Math.min(count, head.length - digested));
        }
        aheadLength -= count;
        System.arraycopy(ahead, count, ahead, 0, aheadLength);
        digested += count;
    }

    /** Reads and takes so many bytes, and answers whether there were as many. */
    boolean skipTo(long end) throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (digested < end) {
            int count = read(buffer, 0, (int) Math.min(buffer.length, end - digested));
            if (count < 0) {
                return false;
            }
            digest(count);
        }
        return true;
    }

    /** SHA-256 of what was taken. */
    String digest() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** SHA-256 of the beginning of what was taken. */
    String head() {
        return Fingerprint.of(Arrays.copyOf(head, (int) Math.min(digested, head.length)));
    }
}
