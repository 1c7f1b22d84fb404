package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/**
 * Some groups of many, each with an index of its own. All others share a few indexes, so that facts can be added without
 * asking whether their group was chosen, which is as hard to foresee as a coin is.
 */
final class ChosenGroups {

    /** How many indexes the others share: several, since adding to one place over and over again is slow. */
    static final int OTHERS = 8;

    private final int[] indexes;
    private long[] groups;
    private int size = OTHERS;

    /**
     * None yet.
     *
     * @param most one more than the largest number of a group
     * @param some how many will be chosen, by and large
     */
    ChosenGroups(int most, int some) {
        this.indexes = new int[most];
        this.groups = new long[OTHERS + some];
        Arrays.setAll(indexes, group -> group % OTHERS);
    }

    void add(int group) {
        if (size == groups.length) {
            groups = Arrays.copyOf(groups, 2 * size);
        }
        indexes[group] = size;
        groups[size++] = group;
    }

    /** One more than the largest index. */
    int indexes() {
        return size;
    }

    /** Whether an index is that of a group which was chosen. */
    static boolean isChosen(int index) {
        return index >= OTHERS;
    }

    /** The group with an index, which was chosen. */
    long group(int index) {
        return groups[index];
    }

    int indexOf(long group) {
        return indexes[(int) group];
    }
}
