package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The facts of a stretch of days by cells: a cell is a route, a label and whether there is a value, and the entries of one
 * stand side by side. So a filter skips whole cells, and what adds up is there without any entry being read. New facts wait
 * in a tail until there are enough of them to be put in their places.
 */
abstract class Span {

    private static final int SHARE = 8;

    /** A tail of less than one in so many costs less than putting it in its places. */
    private static final int WORTH = 128;

    private static final int[] NONE = {};

    private final int leastTail;
    final Tail tail = new Tail();
    int cells;
    int[] codes = NONE;
    int[] starts = NONE;
    int[] ends = NONE;
    int[] records = NONE;

    /** The least and the most value of each cell, as far as it was ever put in its place; the least in the upper byte. */
    char[] bounds = {};

    long[] amounts = {};
    long[] values = {};
    int[] subjects = NONE;
    private int rows;

    Span(int leastTail) {
        this.leastTail = leastTail;
    }

    final void add(int code, int subject, int pack) {
        rows++;
        if (addInPlace(code, subject, pack)) {
            return;
        }
        tail.add(code, subject, pack);
        if (tail.size > Math.min(Tail.MOST - 1, Math.max(leastTail, subjects.length / SHARE))) {
            settle();
        }
    }

    final void remove(int code, int subject, int pack) {
        int cell = Arrays.binarySearch(codes, 0, cells, code);
        if (cell >= 0 && removeInPlace(cell, subject, pack)) {
            count(cell, -1, pack);
        } else if (!tail.remove(code, subject, pack)) {
            throw new IllegalStateException("a fact that is taken away must be there");
        }
        rows--;
    }

    /** Facts that there are. */
    final int rows() {
        return rows;
    }

    /** About how much is read when each entry matters. */
    final int entries() {
        return subjects.length + tail.size;
    }

    /** Puts the tail in its places, unless it is so short that it does not matter; whether it was worth it. */
    final boolean settleWhenWorth() {
        if (tail.size * WORTH <= entries()) {
            return false;
        }
        settle();
        return true;
    }

    /** Puts the tail in its places. */
    final void settle() {
        long[] order = tail.order();
        int[] oldCodes = codes;
        int[] oldStarts = starts;
        int[] oldEnds = ends;
        int oldCells = cells;
        begin(subjects.length + order.length);
        resizeCells(Math.max(16, oldCells + (oldCells >> 3)));
        int old = 0;
        int next = 0;
        int entry = 0;
        cells = 0;
        while (old < oldCells || next < order.length) {
            int code = least(old < oldCells ? oldCodes[old] : Integer.MAX_VALUE, order, next);
            int start = entry;
            beginCell(code, start);
            int first = next;
            while (next < order.length && Tail.code(order[next]) == code) {
                next++;
            }
            boolean isOld = old < oldCells && oldCodes[old] == code;
            entry = merge(isOld ? oldStarts[old] : 0, isOld ? oldEnds[old] : 0, tail, order, first, next, entry);
            old += isOld ? 1 : 0;
            endCell(start, entry);
        }
        resizeCells(cells);
        end(entry);
        tail.clear();
    }

    void write(StateOutput output) throws IOException {
        output.number(rows)
                .number(cells)
                .ints(codes, cells)
                .ints(starts, cells)
                .ints(ends, cells)
                .ints(records, cells)
                .chars(bounds, cells)
                .longs(amounts, cells)
                .longs(values, cells)
                .ints(subjects, subjects.length);
        tail.write(output);
    }

    /** Takes over facts that were written. */
    void read(StateInput input) throws IOException {
        rows = input.number();
        cells = input.number();
        codes = input.ints();
        starts = input.ints();
        ends = input.ints();
        records = input.ints();
        bounds = input.chars();
        amounts = input.longs();
        values = input.longs();
        subjects = input.ints();
        tail.read(input);
    }

    long bytes() {
        return tail.bytes()
                + (long) codes.length * (4 * Integer.BYTES + 2 * Long.BYTES + Character.BYTES)
                + (long) subjects.length * Integer.BYTES;
    }

    /** Counts a fact where it is known already; otherwise it goes to the tail. */
    abstract boolean addInPlace(int code, int subject, int pack);

    abstract boolean removeInPlace(int cell, int subject, int pack);

    /** New columns of entries, filled from the ones before and the tail. */
    abstract void begin(int capacity);

    /**
     * Makes the entries of a cell, from those of the columns before and some of the tail.
     *
     * @param from  of the columns before, up to {@code to}
     * @param order of the tail, of which those from {@code first} and before {@code beyond} are of the cell
     * @param entry where they begin
     * @return where they end
     */
    abstract int merge(int from, int to, Tail added, long[] order, int first, int beyond, int entry);

    abstract void end(int entries);

    /** What the entries from one to another count for is added to the cell. */
    abstract void sum(int cell, int from, int to);

    final void count(int cell, int sign, int pack) {
        records[cell] += sign;
        amounts[cell] += (long) sign * Pack.amount(pack);
        values[cell] += (long) sign * Pack.value(pack);
    }

    private static int least(int code, long[] order, int next) {
        return next == order.length ? code : Math.min(code, Tail.code(order[next]));
    }

    private void beginCell(int code, int start) {
        if (cells == codes.length) {
            resizeCells(cells + (cells >> 2));
        }
        codes[cells] = code;
        starts[cells] = start;
        records[cells] = 0;
        amounts[cells] = 0;
        values[cells] = 0;
    }

    private void endCell(int start, int entry) {
        if (entry > start) {
            ends[cells] = entry;
            sum(cells, start, entry);
            cells++;
        }
    }

    private void resizeCells(int capacity) {
        codes = Arrays.copyOf(codes, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        records = Arrays.copyOf(records, capacity);
        bounds = Arrays.copyOf(bounds, capacity);
        amounts = Arrays.copyOf(amounts, capacity);
        values = Arrays.copyOf(values, capacity);
    }
}
