package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/** The facts of one day, each of them an entry; those of a cell are ordered by value, so that a range of values is a run. */
final class DayRows extends Span {

    private static final int LEAST_TAIL = 128;

    int[] packs = {};
    private int[] oldSubjects = {};
    private int[] oldPacks = {};

    /** The first entry between two whose value is not less than this. */
    int from(int value, int start, int end) {
        int least = Pack.least(value);
        if (start == end || packs[start] >= least) {
            return start;
        }
        if (packs[end - 1] < least) {
            return end;
        }
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (packs[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether no entry of the cell has a value from the least to the most. */
    boolean isOutside(int cell, int least, int most) {
        return most < bounds[cell] >>> Byte.SIZE || least > (bounds[cell] & 0xFF);
    }

    /** Whether all entries of the cell have a value from the least to the most. */
    boolean isInside(int cell, int least, int most) {
        return least <= bounds[cell] >>> Byte.SIZE && most >= (bounds[cell] & 0xFF);
    }

    @Override
    long bytes() {
        return super.bytes() + (long) packs.length * Integer.BYTES;
    }

    @Override
    boolean addInPlace(int code, int subject, int pack) {
        return false;
    }

    @Override
    boolean removeInPlace(int cell, int subject, int pack) {
        for (int entry = starts[cell]; entry < ends[cell]; entry++) {
            if (packs[entry] == pack && subjects[entry] == subject) {
                int after = --ends[cell] - entry;
                System.arraycopy(packs, entry + 1, packs, entry, after);
                System.arraycopy(subjects, entry + 1, subjects, entry, after);
                return true;
            }
        }
        return false;
    }

    @Override
    int leastTail() {
        return LEAST_TAIL;
    }

    @Override
    void begin(int capacity) {
        oldSubjects = subjects;
        oldPacks = packs;
        subjects = new int[capacity];
        packs = new int[capacity];
    }

    @Override
    int take(int from, int to, int entry) {
        System.arraycopy(oldSubjects, from, subjects, entry, to - from);
        System.arraycopy(oldPacks, from, packs, entry, to - from);
        return entry + to - from;
    }

    @Override
    int insert(int start, int end, int subject, int pack) {
        int entry = from(Pack.value(pack) + 1, start, end);
        System.arraycopy(packs, entry, packs, entry + 1, end - entry);
        System.arraycopy(subjects, entry, subjects, entry + 1, end - entry);
        packs[entry] = pack;
        subjects[entry] = subject;
        return end + 1;
    }

    @Override
    void end(int entries) {
        oldSubjects = new int[0];
        oldPacks = oldSubjects;
        if (entries < subjects.length) {
            subjects = Arrays.copyOf(subjects, entries);
            packs = Arrays.copyOf(packs, entries);
        }
    }

    @Override
    void sum(int cell, int from, int to) {
        for (int entry = from; entry < to; entry++) {
            count(cell, 1, packs[entry]);
        }
        bounds[cell] = (char) (Pack.value(packs[from]) << Byte.SIZE | Pack.value(packs[to - 1]));
    }
}
