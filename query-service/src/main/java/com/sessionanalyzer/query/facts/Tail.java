package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/** Facts that came last and are in no order yet: their cell, their subject, and their value and amount in one number. */
final class Tail {

    private static final int FIRST_CAPACITY = 16;
    private static final long[] NONE = {};

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

    /** The places of the facts by cell; the place is in the lower half of each number, the cell in the upper one. */
    long[] order() {
        if (size == 0) {
            return NONE;
        }
        long[] order = new long[size];
        for (int row = 0; row < size; row++) {
            order[row] = ((long) codes[row] << Integer.SIZE) | row;
        }
        Arrays.sort(order);
        return order;
    }

    void clear() {
        size = 0;
        resize(FIRST_CAPACITY);
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
