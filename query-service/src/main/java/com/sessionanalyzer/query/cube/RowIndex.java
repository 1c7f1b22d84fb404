package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Finds the row that holds an address of several numbers. Open addressing over one array keeps it at some 30 bytes a row,
 * where a map of objects takes five times that.
 */
public final class RowIndex {

    private static final int FIRST_CAPACITY = 64;

    private final int width;
    private int[] addresses;
    private int[] slots = new int[2 * FIRST_CAPACITY];
    private int rows;

    public RowIndex(int width) {
        this.width = width;
        this.addresses = new int[FIRST_CAPACITY * width];
    }

    public int rows() {
        return rows;
    }

    public long bytes() {
        return (long) Integer.BYTES * (addresses.length + slots.length);
    }

    /** The number at this place of the row's address. */
    public int part(int row, int place) {
        return addresses[row * width + place];
    }

    /** The row with this address, which is the next new one when there is none yet. */
    public int rowOf(int... address) {
        int slot = slot(address);
        if (slots[slot] == 0) {
            append(address);
            slot = slot(address);
            slots[slot] = rows;
        }
        return slots[slot] - 1;
    }

    public void write(StateOutput output) throws IOException {
        output.number(width).number(rows).ints(addresses, addresses.length).ints(slots, slots.length);
    }

    /** Reads an index that was written, with the rows that it had. */
    public static RowIndex read(StateInput input) throws IOException {
        RowIndex index = new RowIndex(input.number());
        index.rows = input.number();
        index.addresses = input.ints();
        index.slots = input.ints();
        return index;
    }

    private int slot(int[] address) {
        int mask = slots.length - 1;
        int slot = spread(address) & mask;
        while (slots[slot] != 0 && !holds(slots[slot] - 1, address)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean holds(int row, int[] address) {
        int from = row * width;
        return Arrays.equals(addresses, from, from + width, address, 0, width);
    }

    private void append(int[] address) {
        if ((rows + 1) * width > addresses.length) {
            addresses = Arrays.copyOf(addresses, addresses.length * 2);
            rehash();
        }
        System.arraycopy(address, 0, addresses, rows * width, width);
        rows++;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int row = 0; row < rows; row++) {
            slots[slot(Arrays.copyOfRange(addresses, row * width, (row + 1) * width))] = row + 1;
        }
    }

    private static int spread(int[] address) {
        int hash = Arrays.hashCode(address) * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }
}
