package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/** What the facts of each group add up to; only groups with facts are there, bucket by bucket and otherwise in any order. */
public final class FactSums {

    private static final int FEW = 16;

    private long[] groups = new long[FEW];
    private long[] sums = new long[FEW * GroupSums.WIDTH];
    private int size;

    /** What is summed, in the order in which the sums of a group stand beside each other. */
    public enum Measure {
        RECORDS(0),
        AMOUNT(1),
        WITH_VALUE(2),
        VALUE(3),
        WITH_LABEL(4),
        SUBJECTS(5);

        private final int place;

        Measure(int place) {
            this.place = place;
        }
    }

    /** Takes each group that has facts. */
    @FunctionalInterface
    public interface GroupConsumer {

        void accept(long group, int index);
    }

    public void forEach(GroupConsumer each) {
        for (int index = 0; index < size; index++) {
            each.accept(groups[index], index);
        }
    }

    /** How many groups there are. */
    public int size() {
        return size;
    }

    /** The number of the group at an index. */
    public long group(int index) {
        return groups[index];
    }

    public long sum(Measure measure, int index) {
        return sums[GroupSums.WIDTH * index + measure.place];
    }

    /** Adds a group that was not there, with the sums that stand there. */
    void append(long group, long[] from, int at) {
        if (size == groups.length) {
            groups = Arrays.copyOf(groups, 2 * size);
            sums = Arrays.copyOf(sums, 2 * sums.length);
        }
        groups[size] = group;
        System.arraycopy(from, at, sums, size * GroupSums.WIDTH, GroupSums.WIDTH);
        size++;
    }

    /** Adds groups that were not there. */
    void appendAll(FactSums others) {
        for (int index = 0; index < others.size; index++) {
            append(others.groups[index], others.sums, index * GroupSums.WIDTH);
        }
    }
}
