package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/** What the facts of each group add up to. Groups are found by their numbers, and those without facts may be missing. */
public final class FactSums {

    /** More groups than these are looked up, as most of them have no facts. */
    private static final int MOST_DIRECT = 1 << 16;

    private static final int WIDTH = Measure.values().length;

    private final boolean direct;
    private final LongSlots slots = new LongSlots();
    private long[] sums;

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

    FactSums(long groups) {
        this.direct = groups <= MOST_DIRECT;
        this.sums = new long[WIDTH * (direct ? (int) groups : 64)];
    }

    /** Where the group's sums are. */
    int indexOf(long group) {
        if (direct) {
            return (int) group;
        }
        int index = slots.add(group);
        if (WIDTH * (index + 1) > sums.length) {
            sums = Arrays.copyOf(sums, sums.length * 2);
        }
        return index;
    }

    void add(int index, int amount, int value, boolean labelled) {
        int at = WIDTH * index;
        sums[at]++;
        sums[at + 1] += amount;
        if (value > 0) {
            sums[at + 2]++;
            sums[at + 3] += value;
        }
        if (labelled) {
            sums[at + 4]++;
        }
    }

    void addSubject(int index) {
        sums[WIDTH * index + 5]++;
    }

    /** Takes each group that has facts. */
    @FunctionalInterface
    public interface GroupConsumer {

        void accept(long group, int index);
    }

    public void forEach(GroupConsumer each) {
        int groups = direct ? sums.length / WIDTH : slots.size();
        for (int index = 0; index < groups; index++) {
            if (sum(Measure.RECORDS, index) != 0) {
                each.accept(direct ? index : slots.key(index), index);
            }
        }
    }

    public long sum(Measure measure, int index) {
        return sums[WIDTH * index + measure.place];
    }
}
