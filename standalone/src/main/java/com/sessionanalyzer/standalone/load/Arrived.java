package com.sessionanalyzer.standalone.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read; another thread may ask how many. */
final class Arrived extends FilterInputStream {

    private volatile long count;

    Arrived(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        add(Math.max(0, read));
        return read;
    }

    long count() {
        return count;
    }

    /** Only the reading thread writes. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void add(int more) {
        count += more;
    }
}
