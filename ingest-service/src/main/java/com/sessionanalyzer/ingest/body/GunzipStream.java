package com.sessionanalyzer.ingest.body;

import com.sessionanalyzer.page.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952) as it arrives, one member after the other. Unlike the one of the JDK, it takes nothing that is
 * broken or missing, also in a later member or behind the last, for the end, and its {@code available()} is right.
 */
public final class GunzipStream extends InputStream {

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATED = 8;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private boolean inMember;
    private boolean begun;
    private boolean ended;

    public GunzipStream(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!ended && length > 0) {
            if (!inMember && !beginMember()) {
                ended = true;
                break;
            }
            int unpacked = inflate(target, offset, length);
            if (unpacked > 0) {
                check.update(target, offset, unpacked);
                return unpacked;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw broken("it needs a dictionary");
            } else {
                feed();
            }
        }
        return ended ? -1 : 0;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException invalid) {
            throw broken("its data is damaged");
        }
    }

    private void feed() throws IOException {
        if (position == limit && !fill()) {
            throw truncated();
        }
        inflater.setInput(buffer, position, limit - position);
        position = limit;
    }

    private boolean fill() throws IOException {
        int read = packed.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(0, read);
        return read > 0;
    }

    private boolean beginMember() throws IOException {
        if (position == limit && !fill()) {
            if (!begun) {
                throw broken("it is empty");
            }
            return false;
        }
        if (number(2) != MAGIC || next() != DEFLATED) {
            throw broken(begun ? "something else follows it" : "it does not begin like gzip");
        }
        skipHeader(next());
        inMember = true;
        begun = true;
        return true;
    }

    private void skipHeader(int flags) throws IOException {
        if ((flags & RESERVED) != 0) {
            throw broken("its header is damaged");
        }
        number(6);
        if ((flags & EXTRA) != 0) {
            for (long left = number(2); left > 0; left--) {
                next();
            }
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            number(2);
        }
    }

    private void skipText() throws IOException {
        int left = BUFFER;
        while (next() != 0) {
            if (--left == 0) {
                throw broken("its header is too long");
            }
        }
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long expected = number(4);
        long size = number(4);
        if (expected != check.getValue() || size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw broken("its checksum is wrong");
        }
        inflater.reset();
        check.reset();
        inMember = false;
    }

    private long number(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) next() << (8 * i);
        }
        return number;
    }

    private int next() throws IOException {
        if (position == limit && !fill()) {
            throw truncated();
        }
        return buffer[position++] & 0xff;
    }

    @Override
    public int available() throws IOException {
        if (ended) {
            return 0;
        }
        boolean more = position < limit || (inMember && !inflater.needsInput()) || packed.available() > 0;
        return more ? 1 : 0;
    }

    private static UnreadableBodyException truncated() {
        return new UnreadableBodyException(
                ProblemType.UNREADABLE_CONTENT, "The gzip content is not complete: it ends before its end.");
    }

    private static UnreadableBodyException broken(String how) {
        return UnreadableBodyException.damaged("The content cannot be unpacked as gzip: " + how + ".");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
