package com.sessionanalyzer.query.facts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which subjects were seen in each group of a bucket: a row of bits for each group where there is room for all of them,
 * otherwise only the pairs that were seen. Which words were written to is remembered, so that forgetting costs no more.
 */
final class Distinct {

    private static final long MOST_WORDS = 1L << 21;
    private static final int FIRST_TOUCHED = 1 << 10;

    private final int words;
    private final boolean dense;
    private final long[] bits;
    private final int subjects;
    private final long[] everybody;
    private int[] touched = new int[FIRST_TOUCHED];
    private int touches;
    private LongSlots pairs = new LongSlots();

    Distinct(long groups, int subjects) {
        this.subjects = subjects;
        this.words = (subjects + Long.SIZE - 1) / Long.SIZE;
        this.everybody = new long[words];
        this.dense = isDense(groups, subjects);
        this.bits = new long[dense ? (int) groups * words : 0];
    }

    static boolean isDense(long groups, int subjects) {
        return groups * ((subjects + Long.SIZE - 1) / Long.SIZE) <= MOST_WORDS;
    }

    /** Sees these subjects in a group; how many of them for the first time. */
    int see(int group, int[] those, int from, int to) {
        if (!dense) {
            return seePairs(group, those, from, to);
        }
        makeRoom(to - from);
        long[] all = bits;
        int[] written = touched;
        int row = group * words;
        int last = touches;
        int added = 0;
        for (int entry = from; entry < to; entry++) {
            int subject = those[entry];
            int word = row + (subject >>> 6);
            long before = all[word];
            long after = before | (1L << subject);
            all[word] = after;
            written[last] = word;
            last += before == 0 ? 1 : 0;
            added += before == after ? 0 : 1;
        }
        touches = last;
        return added;
    }

    /** Sees the subjects whose entries have facts, which is those whose totals are not nothing. */
    int see(int group, int[] those, int[] totals, int from, int to) {
        int added = 0;
        int start = from;
        for (int entry = from; entry < to; entry++) {
            if (totals[entry] == Total.NOTHING) {
                added += see(group, those, start, entry);
                start = entry + 1;
            }
        }
        return added + see(group, those, start, to);
    }

    /** Sees one subject; 1 when for the first time, otherwise 0. */
    int see(int group, int subject) {
        if (!dense) {
            return seePair(group, subject);
        }
        makeRoom(1);
        int word = group * words + (subject >>> 6);
        long before = bits[word];
        long after = before | (1L << subject);
        if (before == 0) {
            touched[touches++] = word;
        }
        bits[word] = after;
        return before == after ? 0 : 1;
    }

    /** Sees all that another has seen; the counts of groups grow by what is new. */
    void seeAll(Distinct other, GroupSums counts) {
        makeRoom(other.touches);
        for (int touch = 0; touch < other.touches; touch++) {
            int word = other.touched[touch];
            long before = bits[word];
            long after = before | other.bits[word];
            if (before == 0) {
                touched[touches++] = word;
            }
            bits[word] = after;
            counts.addSubjects(word / words, Long.bitCount(after ^ before));
        }
    }

    /** How many subjects were seen in any group of any bucket, here or by others that saw other buckets. */
    int everybody(@Nullable Distinct others) {
        remember();
        if (others != null) {
            others.remember();
            Arrays.setAll(everybody, word -> everybody[word] | others.everybody[word]);
        }
        return Arrays.stream(everybody).mapToInt(Long::bitCount).sum();
    }

    private void remember() {
        for (int touch = 0; touch < touches; touch++) {
            int word = touched[touch];
            everybody[word % words] |= bits[word];
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            int subject = (int) (pairs.key(pair) % subjects);
            everybody[subject >>> 6] |= 1L << subject;
        }
    }

    /** Begins another bucket: nobody was seen in any group, but everybody is still known. */
    void forget() {
        remember();
        if (touches > bits.length / 4) {
            Arrays.fill(bits, 0);
        } else {
            for (int touch = 0; touch < touches; touch++) {
                bits[touched[touch]] = 0;
            }
        }
        touches = 0;
        if (pairs.size() > 0) {
            pairs = new LongSlots();
        }
    }

    private int seePairs(int group, int[] those, int from, int to) {
        int added = 0;
        for (int entry = from; entry < to; entry++) {
            added += seePair(group, those[entry]);
        }
        return added;
    }

    private int seePair(int group, int subject) {
        int known = pairs.size();
        pairs.add((long) group * subjects + subject);
        return pairs.size() - known;
    }

    /** No more words are ever remembered than there are, and one more that is written in vain. */
    private void makeRoom(int more) {
        int needed = Math.min(touches + more, bits.length) + 1;
        if (needed > touched.length) {
            touched = Arrays.copyOf(touched, Math.max(needed, Math.min(bits.length + 1, 2 * touched.length)));
        }
    }
}
