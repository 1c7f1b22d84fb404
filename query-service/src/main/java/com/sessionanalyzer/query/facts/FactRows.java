package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The facts of a day or of a month, each of them an entry; those of a cell are ordered by value, so that a range of values is a
 * run.
 */
final class FactRows extends Span {

    int[] packs = {};
    private int[] oldSubjects = {};
    private int[] oldPacks = {};

    /**
     * Facts of which there are none yet.
     *
     * @param leastTail up to how many are in no order, however few there are
     */
    FactRows(int leastTail) {
        super(leastTail);
    }

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
    void write(StateOutput output) throws IOException {
        super.write(output);
        output.ints(packs, packs.length);
    }

    @Override
    void read(StateInput input) throws IOException {
        super.read(input);
        packs = input.ints();
    }

    @Override
    boolean addInPlace(int code, int subject, int pack) {
        return false;
    }

    @Override
    boolean removeInPlace(int cell, int subject, int pack) {
        int first = from(Pack.value(pack), starts[cell], ends[cell]);
        int beyond = Pack.least(Pack.value(pack) + 1);
        for (int entry = first; entry < ends[cell] && packs[entry] < beyond; entry++) {
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
    void begin(int capacity) {
        oldSubjects = subjects;
        oldPacks = packs;
        subjects = new int[capacity];
        packs = new int[capacity];
    }

    @Override
    int merge(int from, int to, Tail added, long[] order, int first, int beyond, int entry) {
        int old = from;
        int end = entry;
        for (int next = first; next < beyond; next++) {
            int row = Tail.row(order[next]);
            int run = old;
            while (old < to && oldPacks[old] <= added.packs[row]) {
                old++;
            }
            end = take(run, old, end);
            packs[end] = added.packs[row];
            subjects[end] = added.subjects[row];
            end++;
        }
        return take(old, to, end);
    }

    private int take(int from, int to, int entry) {
        System.arraycopy(oldSubjects, from, subjects, entry, to - from);
        System.arraycopy(oldPacks, from, packs, entry, to - from);
        return entry + to - from;
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
