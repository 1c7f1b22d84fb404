package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
import java.util.Arrays;

/** Up to 65,536 rows of one month as columns; 29 bytes a row. Rows are dense: the last one takes the place of one that goes. */
final class Segment {

    static final int BITS = 16;
    static final int CAPACITY = 1 << BITS;

    private static final int FIRST_CAPACITY = 64;
    private static final int ROW_BYTES = 2 * Long.BYTES + 3 * Integer.BYTES + Byte.BYTES;

    final int number;
    final int month;
    int size;
    long[] high = new long[FIRST_CAPACITY];
    long[] low = new long[FIRST_CAPACITY];
    int[] subjects = new int[FIRST_CAPACITY];
    int[] codes = new int[FIRST_CAPACITY];
    int[] packs = new int[FIRST_CAPACITY];
    byte[] days = new byte[FIRST_CAPACITY];

    /**
     * @param month months since the year 0
     */
    Segment(int number, int month) {
        this.number = number;
        this.month = month;
    }

    boolean isFull() {
        return size == CAPACITY;
    }

    /** A new row at the end, to be filled. */
    int append() {
        if (size == high.length) {
            int capacity = Math.min(CAPACITY, size * 2);
            high = Arrays.copyOf(high, capacity);
            low = Arrays.copyOf(low, capacity);
            subjects = Arrays.copyOf(subjects, capacity);
            codes = Arrays.copyOf(codes, capacity);
            packs = Arrays.copyOf(packs, capacity);
            days = Arrays.copyOf(days, capacity);
        }
        return size++;
    }

    /** Copies a row, of this segment or another of the month, over one of this. */
    void take(int row, Segment from, int other) {
        high[row] = from.high[other];
        low[row] = from.low[other];
        subjects[row] = from.subjects[other];
        codes[row] = from.codes[other];
        packs[row] = from.packs[other];
        days[row] = from.days[other];
    }

    void write(StateOutput output) throws IOException {
        output.number(number)
                .number(size)
                .longs(high, size)
                .longs(low, size)
                .ints(subjects, size)
                .ints(codes, size)
                .ints(packs, size)
                .bytes(days, size);
    }

    /** Reads a segment of a month that was written. */
    static Segment read(StateInput input, int month) throws IOException {
        Segment segment = new Segment(input.number(), month);
        segment.size = input.number();
        int capacity = Math.max(FIRST_CAPACITY, segment.size);
        segment.high = input.longs(capacity);
        segment.low = input.longs(capacity);
        segment.subjects = input.ints(capacity);
        segment.codes = input.ints(capacity);
        segment.packs = input.ints(capacity);
        segment.days = input.bytes(capacity);
        return segment;
    }

    long bytes() {
        return (long) high.length * ROW_BYTES;
    }
}
