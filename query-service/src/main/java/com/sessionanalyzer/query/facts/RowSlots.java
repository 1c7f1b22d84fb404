package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;

/**
 * Finds the place of a row by the hash of its identity: open addressing over one array of places, whose identities are in
 * the rows themselves. It costs 6 to 11 bytes a row, where a map of objects takes a hundred.
 */
final class RowSlots {

    private static final int FIRST_CAPACITY = 128;

    private final Hashes hashes;
    private int[] slots = new int[FIRST_CAPACITY];
    private int size;

    /** Answers the hash of the row at a place. */
    @FunctionalInterface
    interface Hashes {

        int of(int place);
    }

    /** Whether a place holds what is looked for. */
    @FunctionalInterface
    interface Match {

        boolean holds(int place);
    }

    RowSlots(Hashes hashes) {
        this.hashes = hashes;
    }

    /** The place with this hash that matches; -1 when there is none. */
    int find(int hash, Match match) {
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            if (match.holds(slots[slot] - 1)) {
                return slots[slot] - 1;
            }
        }
        return -1;
    }

    void add(int hash, int place) {
        if (++size > slots.length / 4 * 3) {
            grow();
        }
        put(hash, place);
    }

    /** Lets the slot of one place name another; the row there has the same hash. */
    void move(int hash, int place, int other) {
        slots[slotOf(hash, place)] = other + 1;
    }

    /** Takes a place out, and closes the gap so that what came after it is still found. */
    void remove(int hash, int place) {
        int mask = slots.length - 1;
        int gap = slotOf(hash, place);
        size--;
        for (int slot = (gap + 1) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int home = hashes.of(slots[slot] - 1) & mask;
            if (((slot - home) & mask) >= ((slot - gap) & mask)) {
                slots[gap] = slots[slot];
                gap = slot;
            }
        }
        slots[gap] = 0;
    }

    long bytes() {
        return (long) slots.length * Integer.BYTES;
    }

    void write(StateOutput output) throws IOException {
        output.number(size).ints(slots, slots.length);
    }

    /** Takes over places that were written. */
    void read(StateInput input) throws IOException {
        size = input.number();
        slots = input.ints();
    }

    private int slotOf(int hash, int place) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != place + 1) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(int hash, int place) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = place + 1;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        for (int place : old) {
            if (place != 0) {
                put(hashes.of(place - 1), place - 1);
            }
        }
    }
}
