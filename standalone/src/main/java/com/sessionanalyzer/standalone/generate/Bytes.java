package com.sessionanalyzer.standalone.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that are put together, in one array that is used again and again. */
final class Bytes {

    private byte[] array;
    private int length;

    Bytes(int capacity) {
        this.array = new byte[capacity];
    }

    Bytes put(byte[] bytes) {
        return put(bytes, bytes.length);
    }

    Bytes put(Bytes bytes) {
        return put(bytes.array, bytes.length);
    }

    private Bytes put(byte[] bytes, int count) {
        if (length + count > array.length) {
            array = Arrays.copyOf(array, Math.max(2 * array.length, length + count));
        }
        System.arraycopy(bytes, 0, array, length, count);
        length += count;
        return this;
    }

    void dropLast(int count) {
        length -= count;
    }

    int length() {
        return length;
    }

    Bytes clear() {
        length = 0;
        return this;
    }

    void drainTo(OutputStream out) throws IOException {
        out.write(array, 0, length);
        length = 0;
    }
}
