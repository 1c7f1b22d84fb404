package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/** Which groups of a bucket were seen, where nothing but their number is asked for. */
final class BitMarks {

    private static final long MOST = 1L << 27;

    private long[] bits = {};
    private int least = Integer.MAX_VALUE;
    private int most = -1;
    private long groups;
    private long marked;

    /** Makes room for groups; whether there is enough of it. */
    boolean prepare(long groups) {
        if (groups > MOST) {
            return false;
        }
        int words = (int) (groups + Long.SIZE - 1) / Long.SIZE;
        if (bits.length < words) {
            bits = new long[words];
        }
        this.groups = groups;
        return true;
    }

    void mark(long group) {
        int word = (int) (group >>> 6);
        long before = bits[word];
        long after = before | 1L << group;
        bits[word] = after;
        marked += before == after ? 0 : 1;
        least = Math.min(least, word);
        most = Math.max(most, word);
    }

    boolean has(long group) {
        return (bits[(int) (group >>> 6)] >>> group & 1) == 1;
    }

    /** Whether every group that there can be was seen. */
    boolean areAll() {
        return marked == groups;
    }

    /** Marks the groups of entries by their subjects; those whose part is negative are not meant. */
    void mark(long part, long[] parts, int[] subjects, int from, int to) {
        long[] all = bits;
        int first = least;
        int last = most;
        int added = 0;
        for (int entry = from; entry < to; entry++) {
            long ofSubject = parts[subjects[entry]];
            if (ofSubject >= 0) {
                long group = part + ofSubject;
                int word = (int) (group >>> 6);
                long before = all[word];
                long after = before | 1L << group;
                all[word] = after;
                added += before == after ? 0 : 1;
                first = Math.min(first, word);
                last = Math.max(last, word);
            }
        }
        least = first;
        most = last;
        marked += added;
    }

    /** How many groups were seen, which are forgotten. */
    long forget() {
        long count = marked;
        if (most >= least) {
            Arrays.fill(bits, least, most + 1, 0);
        }
        least = Integer.MAX_VALUE;
        most = -1;
        marked = 0;
        return count;
    }
}
