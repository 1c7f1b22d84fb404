package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/**
 * Which subjects were seen in each group of a bucket: a row of bits for each group where there is room for all of them, which
 * are counted in the end, otherwise only the pairs that were seen, which are counted as they come.
 */
final class Distinct {

    private static final long MOST_WORDS = 1L << 21;
    private static final int FEW = 64;

    private final GroupSums groups;
    private final int words;
    private final boolean dense;
    private final long[] bits;
    private final boolean[] isTouched;
    private final int subjects;
    private final long[] everybody;
    private int[] touched = new int[FEW];
    private int touches;
    private LongSlots pairs = new LongSlots();

    /**
     * Nobody yet.
     *
     * @param groups   what counts them
     * @param most     one more than the largest index of a group
     * @param subjects how many there are at most
     */
    Distinct(GroupSums groups, long most, int subjects) {
        this.groups = groups;
        this.subjects = subjects;
        this.words = (subjects + Long.SIZE - 1) / Long.SIZE;
        this.everybody = new long[words];
        this.dense = isDense(most, subjects);
        this.bits = new long[dense ? (int) most * words : 0];
        this.isTouched = new boolean[dense ? (int) most : 0];
    }

    static boolean isDense(long groups, int subjects) {
        return groups * ((subjects + Long.SIZE - 1) / Long.SIZE) <= MOST_WORDS;
    }

    /** Sees these subjects in a group. */
    void see(int group, int[] those, int from, int to) {
        if (!dense) {
            for (int entry = from; entry < to; entry++) {
                seePair(group, those[entry]);
            }
        } else if (from < to) {
            touch(group);
            long[] all = bits;
            int row = group * words;
            for (int entry = from; entry < to; entry++) {
                int subject = those[entry];
                all[row + (subject >>> 6)] |= 1L << subject;
            }
        }
    }

    /** Sees the subjects whose entries have facts, which is those whose totals are not nothing. */
    void see(int group, int[] those, int[] totals, int from, int to) {
        int start = from;
        for (int entry = from; entry < to; entry++) {
            if (totals[entry] == Total.NOTHING) {
                see(group, those, start, entry);
                start = entry + 1;
            }
        }
        see(group, those, start, to);
    }

    /** Sees one subject. */
    void see(int group, int subject) {
        if (dense) {
            touch(group);
            bits[group * words + (subject >>> 6)] |= 1L << subject;
        } else {
            seePair(group, subject);
        }
    }

    /** Sees all that another has seen, whose groups have the same indexes. */
    void seeAll(Distinct other) {
        for (int pair = 0; pair < other.pairs.size(); pair++) {
            long seen = other.pairs.key(pair);
            seePair((int) (seen / subjects), (int) (seen % subjects));
        }
        for (int touch = 0; touch < other.touches; touch++) {
            int group = other.touched[touch];
            touch(group);
            for (int word = group * words; word < (group + 1) * words; word++) {
                bits[word] |= other.bits[word];
            }
        }
    }

    /** Has the groups of a bucket know how many were seen in each, and begins another one; everybody is still known. */
    void count() {
        for (int touch = 0; touch < touches; touch++) {
            int group = touched[touch];
            int row = group * words;
            int seen = 0;
            for (int word = 0; word < words; word++) {
                seen += Long.bitCount(bits[row + word]);
                everybody[word] |= bits[row + word];
            }
            groups.addSubjects(group, seen);
            isTouched[group] = false;
            Arrays.fill(bits, row, row + words, 0);
        }
        touches = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            int subject = (int) (pairs.key(pair) % subjects);
            everybody[subject >>> 6] |= 1L << subject;
        }
        if (pairs.size() > 0) {
            pairs = new LongSlots();
        }
    }

    /** Has everybody be known here whom another has counted. */
    void know(Distinct other) {
        for (int word = 0; word < words; word++) {
            everybody[word] |= other.everybody[word];
        }
    }

    /** How many subjects were counted in any group of any bucket. */
    int everybody() {
        return Arrays.stream(everybody).mapToInt(Long::bitCount).sum();
    }

    private void touch(int group) {
        if (isTouched[group]) {
            return;
        }
        isTouched[group] = true;
        if (touches == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touches);
        }
        touched[touches++] = group;
    }

    private void seePair(int group, int subject) {
        int known = pairs.size();
        pairs.add((long) group * subjects + subject);
        groups.addSubjects(group, pairs.size() - known);
    }
}
