package com.sessionanalyzer.intake.items;

import java.util.Arrays;

/** Where items are in a buffer; plain numbers, because there are as many as records. */
final class ItemSpans {

    private static final int INITIAL_SIZE = 64;

    private int[] starts = new int[INITIAL_SIZE];
    private int[] ends = new int[INITIAL_SIZE];
    private long[] lines = new long[INITIAL_SIZE];
    private Fault[] faults = new Fault[INITIAL_SIZE];
    private int size;

    void add(int start, int end, long line, Fault fault) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
            faults = Arrays.copyOf(faults, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        lines[size] = line;
        faults[size] = fault;
        size++;
    }

    int size() {
        return size;
    }

    /** From the first item to the end of the last. */
    int bytes() {
        return size == 0 ? 0 : ends[size - 1] - starts[0];
    }

    int start(int item) {
        return starts[item];
    }

    int length(int item) {
        return ends[item] - starts[item];
    }

    long line(int item) {
        return lines[item];
    }

    Fault fault(int item) {
        return faults[item];
    }
}
