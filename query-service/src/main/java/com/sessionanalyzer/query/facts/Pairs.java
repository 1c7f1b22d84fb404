package com.sessionanalyzer.query.facts;

import org.jspecify.annotations.Nullable;

/** Which pairs of a group and a subject were seen: bits where there is room for all of them, otherwise only those seen. */
final class Pairs {

    private static final long MOST_BITS = 1L << 26;

    private final int subjects;
    private final long @Nullable [] bits;
    private final LongSlots seen = new LongSlots();

    Pairs(long groups, int subjects) {
        this.subjects = Math.max(1, subjects);
        this.bits = groups <= MOST_BITS / this.subjects ? new long[(int) ((groups * this.subjects + 63) >>> 6)] : null;
    }

    /** Whether a pair is seen for the first time. */
    boolean add(int group, int subject) {
        long pair = (long) group * subjects + subject;
        if (bits == null) {
            int known = seen.size();
            return seen.add(pair) == known;
        }
        int word = (int) (pair >>> 6);
        long bit = 1L << pair;
        boolean added = (bits[word] & bit) == 0;
        bits[word] |= bit;
        return added;
    }
}
