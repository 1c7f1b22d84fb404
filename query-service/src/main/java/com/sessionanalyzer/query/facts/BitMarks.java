package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/** Which groups of a bucket were seen, where nothing but their number is asked for. */
final class BitMarks {

    private static final long MOST = 1L << 27;

    private long[] bits = {};
    private int least = Integer.MAX_VALUE;
    private int most = -1;

    /** Makes room for groups; whether there is enough of it. */
    boolean prepare(long groups) {
        if (groups > MOST) {
            return false;
        }
        int words = (int) (groups + Long.SIZE - 1) / Long.SIZE;
        if (bits.length < words) {
            bits = new long[words];
        }
        return true;
    }

    void mark(long group) {
        int word = (int) (group >>> 6);
        bits[word] |= 1L << group;
        least = Math.min(least, word);
        most = Math.max(most, word);
    }

    /** Marks the groups of entries by their subjects; those whose part is negative are not meant. */
    void mark(long part, long[] parts, int[] subjects, int from, int to) {
        long[] all = bits;
        int first = least;
        int last = most;
        for (int entry = from; entry < to; entry++) {
            long ofSubject = parts[subjects[entry]];
            if (ofSubject >= 0) {
                long group = part + ofSubject;
                int word = (int) (group >>> 6);
                all[word] |= 1L << group;
                first = Math.min(first, word);
                last = Math.max(last, word);
            }
        }
        least = first;
        most = last;
    }

    /** How many groups were seen, which are forgotten. */
    long forget() {
        long count = 0;
        for (int word = least; word <= most; word++) {
            count += Long.bitCount(bits[word]);
        }
        if (most >= least) {
            Arrays.fill(bits, least, most + 1, 0);
        }
        least = Integer.MAX_VALUE;
        most = -1;
        return count;
    }
}
