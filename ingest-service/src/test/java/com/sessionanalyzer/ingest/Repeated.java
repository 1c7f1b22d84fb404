package com.sessionanalyzer.ingest;

import java.io.InputStream;

/** The same bytes again and again, so that much can be sent without being kept. */
final class Repeated extends InputStream {

    private final byte[] block;
    private long left;
    private int position;

    Repeated(byte[] block, int times) {
        this.block = block;
        this.left = (long) block.length * times;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        int count = (int) Math.min(left, Math.min(length, block.length - position));
        System.arraycopy(block, position, target, offset, count);
        position = (position + count) % block.length;
        left -= count;
        return count;
    }
}
