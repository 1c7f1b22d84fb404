package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/** Numbers keys from 0 in the order in which they are first seen: open addressing, without objects. */
final class LongSlots {

    private long[] keys = new long[64];
    private int[] slots = new int[128];
    private int size;

    int size() {
        return size;
    }

    long key(int index) {
        return keys[index];
    }

    /** The number of a key, which is the next one when it is new. */
    int add(long key) {
        int slot = slot(key);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[size] = key;
        slots[slot] = ++size;
        return size - 1;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = spread(key) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, size * 2);
        slots = new int[slots.length * 2];
        for (int index = 0; index < size; index++) {
            slots[slot(keys[index])] = index + 1;
        }
    }

    private static int spread(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> Integer.SIZE);
    }
}
