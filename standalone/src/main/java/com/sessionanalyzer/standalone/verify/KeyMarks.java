package com.sessionanalyzer.standalone.verify;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A mark for each of many keys, and how many keys have each mark. A key is known by 128 bits of its SHA-256, so that it takes 17
 * bytes whatever its length, in tables that are a third to two thirds full and grow one at a time: 26 to 51 bytes of memory.
 */
final class KeyMarks {

    /** The mark of a key that has none. */
    static final byte NONE = 0;

    private static final int TABLES = 256;
    private static final int MARKS = 256;

    private final MessageDigest digest = sha256();
    private final Table[] tables = new Table[TABLES];
    private final long[] counts = new long[MARKS];

    KeyMarks() {
        for (int table = 0; table < TABLES; table++) {
            tables[table] = new Table();
        }
    }

    /** Gives the key this mark in place of the one that it has. */
    void set(byte[] key, byte mark) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(key));
        long high = hash.getLong();
        long low = hash.getLong();
        byte before = tables[(int) (high & (TABLES - 1))].set(high, low, mark);
        counts[Byte.toUnsignedInt(before)]--;
        counts[Byte.toUnsignedInt(mark)]++;
    }

    /** How many keys have the mark; no number of those that have none. */
    long count(byte mark) {
        return counts[Byte.toUnsignedInt(mark)];
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Marks by hash: a pair of zeros is a free place, for no key that is ever met has such a hash. */
    private static final class Table {

        private long[] hashes = new long[32];
        private byte[] marks = new byte[16];
        private int used;

        private byte set(long high, long low, byte mark) {
            int place = place(high, low);
            if (isFree(place)) {
                if (mark == NONE) {
                    return NONE;
                }
                if (3 * (used + 1) > 2 * marks.length) {
                    grow();
                    place = place(high, low);
                }
                hashes[2 * place] = high;
                hashes[2 * place + 1] = low;
                used++;
            }
            byte before = marks[place];
            marks[place] = mark;
            return before;
        }

        private int place(long high, long low) {
            int mask = marks.length - 1;
            int place = (int) low & mask;
            while (!isFree(place) && (hashes[2 * place] != high || hashes[2 * place + 1] != low)) {
                place = (place + 1) & mask;
            }
            return place;
        }

        private boolean isFree(int place) {
            return hashes[2 * place] == 0 && hashes[2 * place + 1] == 0;
        }

        private void grow() {
            long[] earlier = hashes;
            byte[] marked = marks;
            hashes = new long[earlier.length * 2];
            marks = new byte[marked.length * 2];
            for (int place = 0; place < marked.length; place++) {
                long high = earlier[2 * place];
                long low = earlier[2 * place + 1];
                if (high != 0 || low != 0) {
                    int moved = place(high, low);
                    hashes[2 * moved] = high;
                    hashes[2 * moved + 1] = low;
                    marks[moved] = marked[place];
                }
            }
        }
    }
}
