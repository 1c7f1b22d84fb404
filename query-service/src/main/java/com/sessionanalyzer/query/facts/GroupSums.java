package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/** What the facts of each group of one bucket add up to, until they are told to the sums of all. */
final class GroupSums {

    static final int WIDTH = FactSums.Measure.values().length;

    private static final long MOST_DENSE = 1L << 20;
    private static final int FEW = 64;
    private static final int SUBJECTS = 5;

    private final boolean dense;
    private LongSlots slots = new LongSlots();
    private long[] sums;
    private int[] touched = new int[FEW];
    private int touches;

    GroupSums(long groups) {
        this.dense = isDense(groups);
        this.sums = new long[WIDTH * (dense ? (int) groups : FEW)];
    }

    static boolean isDense(long groups) {
        return groups <= MOST_DENSE;
    }

    /** Where the group's sums are. */
    int indexOf(long group) {
        if (dense) {
            return (int) group;
        }
        int index = slots.add(group);
        if (WIDTH * (index + 1) > sums.length) {
            sums = Arrays.copyOf(sums, sums.length * 2);
        }
        return index;
    }

    /** Adds facts, of which either all or none have a value, and all or none a label. */
    void add(int index, long records, long amount, long value, boolean hasValue, boolean isLabelled) {
        int at = WIDTH * index;
        if (sums[at] == 0) {
            touch(index);
        }
        sums[at] += records;
        sums[at + 1] += amount;
        if (hasValue) {
            sums[at + 2] += records;
            sums[at + 3] += value;
        }
        if (isLabelled) {
            sums[at + 4] += records;
        }
    }

    void addSubjects(int index, int more) {
        sums[WIDTH * index + SUBJECTS] += more;
    }

    /** Adds those of another that counts by the same groups. */
    void addAll(GroupSums other) {
        for (int touch = 0; touch < other.touches; touch++) {
            int index = other.touched[touch];
            int at = WIDTH * index;
            if (sums[at] == 0) {
                touch(index);
            }
            for (int place = 0; place < SUBJECTS; place++) {
                sums[at + place] += other.sums[at + place];
            }
        }
    }

    /** Tells what there is, by group from this number on, and forgets it. */
    void tell(long first, FactSums all) {
        for (int touch = 0; touch < touches; touch++) {
            int index = touched[touch];
            all.append(first + (dense ? index : slots.key(index)), sums, WIDTH * index);
            Arrays.fill(sums, WIDTH * index, WIDTH * (index + 1), 0);
        }
        touches = 0;
        if (slots.size() > 0) {
            slots = new LongSlots();
        }
    }

    private void touch(int index) {
        if (touches == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touches);
        }
        touched[touches++] = index;
    }
}
