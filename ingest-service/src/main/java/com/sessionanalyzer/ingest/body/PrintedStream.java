package com.sessionanalyzer.ingest.body;

import com.sessionanalyzer.intake.Fingerprint;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Content whose beginnings have fingerprints: SHA-256 of the bytes up to a point. It keeps what was read and is not in the
 * fingerprint yet, unless that is more than a reader can be ahead of what it has cut. One thread reads it and asks for
 * fingerprints.
 */
public final class PrintedStream extends FilterInputStream {

    private static final int MAX_AHEAD = 8 << 20;

    private final MessageDigest digest = Fingerprint.sha256();
    private byte[] ahead = new byte[1 << 16];
    private int from;
    private int to;
    private long printed;

    public PrintedStream(InputStream content) {
        super(content);
    }

    /**
     * The fingerprint of the first bytes, in hexadecimal.
     *
     * @param end how many; at least as many as at the last call, and not more than were read
     */
    public String fingerprint(long end) {
        print(end);
        return HexFormat.of().formatHex(copy(digest).digest());
    }

    /**
     * Takes the first bytes into the fingerprint, so that they are not kept any more.
     *
     * @param end how many; at least as many as at the last call, and not more than were read
     */
    public void print(long end) {
        int taken = Math.toIntExact(end - printed);
        if (taken > to - from) {
            throw new IllegalArgumentException("only " + (printed + to - from) + " bytes were read, not " + end);
        }
        digest.update(ahead, from, taken);
        from += taken;
        printed = end;
    }

    /** Whether no fingerprint of so many bytes can be told any more. */
    public boolean isPast(long end) {
        return end < printed;
    }

    /** Bytes that are kept at the most, for want of a fingerprint that has them. */
    int room() {
        return ahead.length;
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
            keep(buffer, offset, read);
        }
        return read;
    }

    private void keep(byte[] bytes, int offset, int length) {
        if (to - from + length > MAX_AHEAD) {
            print(printed + (to - from) / 2);
        }
        if (to + length > ahead.length) {
            int kept = to - from;
            byte[] room = kept + length <= ahead.length / 2 ? ahead : new byte[2 * (kept + length)];
            System.arraycopy(ahead, from, room, 0, kept);
            ahead = room;
            from = 0;
            to = kept;
        }
        System.arraycopy(bytes, offset, ahead, to, length);
        to += length;
    }

    @Override
    public long skip(long length) throws IOException {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
