package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
import java.util.Arrays;

/** Facts that came last and are in no order yet: their cell, their subject, and their value and amount in one number. */
final class Tail {

    private static final int FIRST_CAPACITY = 16;
    private static final long[] NONE = {};
    private static final int ROW_BITS = 25;
    private static final int CODE_SHIFT = ROW_BITS + Pack.VALUE_BITS;

    /** More must not be in no order. */
    static final int MOST = 1 << ROW_BITS;

    int size;
    int[] codes = new int[FIRST_CAPACITY];
    int[] subjects = new int[FIRST_CAPACITY];
    int[] packs = new int[FIRST_CAPACITY];

    void add(int code, int subject, int pack) {
        if (size == codes.length) {
            resize(size + (size >> 1));
        }
        codes[size] = code;
        subjects[size] = subject;
        packs[size] = pack;
        size++;
    }

    /** Takes one such fact out; whether there was one. */
    boolean remove(int code, int subject, int pack) {
        for (int row = size - 1; row >= 0; row--) {
            if (subjects[row] == subject && codes[row] == code && packs[row] == pack) {
                size--;
                codes[row] = codes[size];
                subjects[row] = subjects[size];
                packs[row] = packs[size];
                return true;
            }
        }
        return false;
    }

    /** The places of the facts by cell and value; each number is made of the {@link #code}, the value and the {@link #row}. */
    long[] order() {
        if (size == 0) {
            return NONE;
        }
        long[] order = new long[size];
        for (int row = 0; row < size; row++) {
            order[row] = (long) codes[row] << CODE_SHIFT | (long) Pack.value(packs[row]) << ROW_BITS | row;
        }
        Arrays.sort(order);
        return order;
    }

    static int code(long ordered) {
        return (int) (ordered >>> CODE_SHIFT);
    }

    static int row(long ordered) {
        return (int) ordered & (MOST - 1);
    }

    void clear() {
        size = 0;
        resize(FIRST_CAPACITY);
    }

    void write(StateOutput output) throws IOException {
        output.number(size).ints(codes, size).ints(subjects, size).ints(packs, size);
    }

    /** Takes over facts that were written. */
    void read(StateInput input) throws IOException {
        size = input.number();
        codes = input.ints(FIRST_CAPACITY);
        subjects = input.ints(FIRST_CAPACITY);
        packs = input.ints(FIRST_CAPACITY);
    }

    long bytes() {
        return 3L * Integer.BYTES * codes.length;
    }

    private void resize(int capacity) {
        codes = Arrays.copyOf(codes, capacity);
        subjects = Arrays.copyOf(subjects, capacity);
        packs = Arrays.copyOf(packs, capacity);
    }
}
