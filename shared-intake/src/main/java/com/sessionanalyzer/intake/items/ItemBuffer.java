package com.sessionanalyzer.intake.items;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a content that have arrived, from the item on that is not cut yet. */
final class ItemBuffer implements Closeable {

    private final InputStream in;
    private final int size;
    private byte[] bytes;
    private int begin;
    private int limit;
    private boolean last;
    private @Nullable IOException broken;

    /**
     * A buffer that nothing has arrived in.
     *
     * @param size to begin with
     */
    ItemBuffer(InputStream in, int size) {
        this.in = in;
        this.size = Math.max(size, ContentStart.LENGTH);
        this.bytes = new byte[this.size];
    }

    /**
     * Reads the first bytes, and passes what is none of the content's; how much that is.
     *
     * @throws UnreadableContentException when the content is not text in UTF-8
     */
    int start() throws IOException {
        while (!last && limit < ContentStart.LENGTH) {
            fill();
        }
        begin = ContentStart.skipped(bytes, limit);
        return begin;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the item begins that is not cut yet. */
    int begin() {
        return begin;
    }

    /** Where the bytes end that have arrived. */
    int limit() {
        return limit;
    }

    /** Whether nothing follows. */
    boolean isLast() {
        return last;
    }

    boolean isFull() {
        return limit == bytes.length;
    }

    /** Has the next item begin here. */
    void cutTo(int end) {
        begin = end;
    }

    /**
     * Reads some more; whether there was any to be had.
     *
     * @param isPatient whether to wait for it, and to be told when the content breaks off
     * @throws IOException when the content breaks off, or has broken off before
     */
    boolean read(boolean isPatient) throws IOException {
        if (broken != null) {
            throw broken;
        }
        try {
            boolean isThere = isPatient || in.available() > 0;
            if (isThere) {
                fill();
            }
            return isThere;
        } catch (IOException breaks) {
            broken = breaks;
            if (isPatient) {
                throw breaks;
            }
            return false;
        }
    }

    private void fill() throws IOException {
        int count = in.read(bytes, limit, bytes.length - limit);
        last = count < 0;
        limit += Math.max(0, count);
    }

    /**
     * Takes out everything before the item that is not cut yet, which is at the beginning then. Little is copied, for
     * senders that are slow.
     */
    byte[] takeOut() {
        byte[] taken = bytes;
        if (begin < bytes.length / 4) {
            taken = Arrays.copyOf(bytes, begin);
            System.arraycopy(bytes, begin, bytes, 0, limit - begin);
        } else {
            bytes = new byte[Math.max(size, limit - begin)];
            System.arraycopy(taken, begin, bytes, 0, limit - begin);
        }
        limit -= begin;
        begin = 0;
        return taken;
    }

    /** Makes room for more of the item; by how much that moves it. */
    int makeRoom() {
        int by = -begin;
        if (begin > 0) {
            System.arraycopy(bytes, begin, bytes, 0, limit - begin);
            limit += by;
            begin = 0;
        } else {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        return by;
    }

    /** Leaves out what is between. */
    void drop(int from, int to) {
        System.arraycopy(bytes, to, bytes, from, limit - to);
        limit -= to - from;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
