package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/** Which groups of a bucket were seen, where nothing but their number is asked for. */
final class BitMarks implements GroupCollector {

    private static final long MOST = 1L << 27;
    private static final long ALL = -1;

    private long[] bits = {};
    private long least = Long.MAX_VALUE;
    private long most = -1;
    private long groups;

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

    @Override
    public boolean isFull() {
        int full = (int) (groups / Long.SIZE);
        int word = 0;
        while (word < full && bits[word] == ALL) {
            word++;
        }
        return word == full && (groups % Long.SIZE == 0 || bits[full] == (1L << groups) - 1);
    }

    @Override
    public boolean wants(long group) {
        return (bits[(int) (group >>> 6)] >>> group & 1) == 0;
    }

    @Override
    public void addCell(long group, Span span, int cell, boolean isLabelled) {
        mark(group);
    }

    @Override
    public void addRun(long group, FactRows rows, int from, int to, boolean isLabelled) {
        mark(group);
    }

    @Override
    public void addFact(long group, int subject, int pack, boolean isLabelled) {
        mark(group);
    }

    @Override
    public void addRows(
            long part, long[] parts, FactRows rows, int from, int to, boolean hasValue, boolean isLabelled) {
        mark(part, parts, rows.subjects, from, to);
    }

    @Override
    public void addEntries(long part, long[] parts, SubjectSums sums, int cell, boolean isLabelled) {
        int start = sums.starts[cell];
        for (int entry = start; entry < sums.ends[cell]; entry++) {
            if (sums.totals()[entry] == Total.NOTHING) {
                mark(part, parts, sums.subjects, start, entry);
                start = entry + 1;
            }
        }
        mark(part, parts, sums.subjects, start, sums.ends[cell]);
    }

    /** How many groups were seen, which are forgotten. */
    long forget() {
        long count = 0;
        if (most >= least) {
            int from = (int) (least >>> 6);
            int to = (int) (most >>> 6) + 1;
            for (int word = from; word < to; word++) {
                count += Long.bitCount(bits[word]);
            }
            Arrays.fill(bits, from, to, 0);
        }
        least = Long.MAX_VALUE;
        most = -1;
        return count;
    }

    private void mark(long group) {
        bits[(int) (group >>> 6)] |= 1L << group;
        least = Math.min(least, group);
        most = Math.max(most, group);
    }

    private void mark(long part, long[] parts, int[] subjects, int from, int to) {
        long[] all = bits;
        long first = least;
        long last = most;
        for (int entry = from; entry < to; entry++) {
            long ofSubject = parts[subjects[entry]];
            if (ofSubject >= 0) {
                long group = part + ofSubject;
                all[(int) (group >>> 6)] |= 1L << group;
                first = Math.min(first, group);
                last = Math.max(last, group);
            }
        }
        least = first;
        most = last;
    }
}
