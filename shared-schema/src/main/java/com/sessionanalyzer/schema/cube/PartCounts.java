package com.sessionanalyzer.schema.cube;

import com.sessionanalyzer.schema.AvroInput;
import com.sessionanalyzer.schema.AvroOutput;
import com.sessionanalyzer.schema.TextPool;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many records each part of a subject has; a part is one value for each of some positions, as a customer's region, source
 * and destination. Each value is held once, and parts as numbers of values: most subjects have few parts, so looking through
 * all of them is the quickest way to find one. The order of parts and values means nothing.
 */
public final class PartCounts {

    private static final int POOL_BITS = 13;

    /** Values come again with each subject. */
    private static final ThreadLocal<TextPool> TEXTS = ThreadLocal.withInitial(() -> new TextPool(POOL_BITS));

    private final PartValues[] positions;
    private int[] codes;
    private long[] records;
    private int size;

    /** No parts, which have so many values each. */
    public PartCounts(int positions) {
        this.positions = new PartValues[positions];
        Arrays.setAll(this.positions, position -> new PartValues());
        this.codes = new int[positions];
        this.records = new long[1];
    }

    /** How many parts have records. */
    public int size() {
        return size;
    }

    /**
     * Moves the records of a part.
     *
     * @param part one value for each position
     * @throws IllegalStateException when fewer than none would be left
     */
    public void add(List<String> part, long difference, ValueListener listener) {
        int index = find(part);
        long sum = (index == size ? 0 : records[index]) + difference;
        if (sum < 0) {
            throw new IllegalStateException("a part cannot have " + sum + " records: " + part);
        }
        if (index == size && sum > 0) {
            append(part, listener);
        }
        if (index < size) {
            records[index] = sum;
            if (sum == 0) {
                remove(index, listener);
            }
        }
    }

    /** Hands out every part. */
    public void forEach(PartConsumer each) {
        for (int index = 0; index < size; index++) {
            each.accept(part(index), records[index]);
        }
    }

    /** The values that parts have at a position, each once. */
    public List<String> values(int position) {
        return positions[position].toList();
    }

    /** The value of a part at a position, as an index of {@link #values}; parts are numbered from 0 in the order of {@link #forEach}. */
    public int value(int part, int position) {
        return codes[part * positions.length + position];
    }

    /** The records of a part. */
    public long records(int part) {
        return records[part];
    }

    /** Writes, for each position, an array of its values, and then an array of parts: a number of a value for each position, and the records. */
    public void write(AvroOutput out) {
        for (PartValues values : positions) {
            values.write(out);
        }
        out.block(size);
        for (int index = 0; index < size; index++) {
            for (int position = 0; position < positions.length; position++) {
                out.number(codes[index * positions.length + position]);
            }
            out.number(records[index]);
        }
        out.blockEnd();
    }

    /**
     * Reads what was written.
     *
     * @throws UnreadableEventException when it is no parts
     */
    public static PartCounts read(AvroInput in, int positions) {
        PartCounts parts = new PartCounts(positions);
        TextPool pool = TEXTS.get();
        for (PartValues values : parts.positions) {
            values.read(in, pool);
        }
        in.list(parts::readPart);
        parts.requireNoneUnused();
        return parts;
    }

    private boolean readPart(AvroInput in) {
        grow();
        for (int position = 0; position < positions.length; position++) {
            codes[size * positions.length + position] = positions[position].use(in.number());
        }
        records[size] = in.longNumber();
        if (records[size] <= 0) {
            throw new UnreadableEventException("not a readable event: a part has " + records[size] + " records");
        }
        size++;
        return true;
    }

    private void requireNoneUnused() {
        for (PartValues values : positions) {
            values.requireNoneUnused();
        }
    }

    /** The place of a part; the size when there is none. */
    private int find(List<String> part) {
        int[] wanted = new int[positions.length];
        for (int position = 0; position < positions.length; position++) {
            wanted[position] = positions[position].find(part.get(position));
            if (wanted[position] == positions[position].size()) {
                return size;
            }
        }
        for (int index = 0; index < size; index++) {
            int from = index * positions.length;
            if (Arrays.equals(codes, from, from + positions.length, wanted, 0, positions.length)) {
                return index;
            }
        }
        return size;
    }

    private void append(List<String> part, ValueListener listener) {
        grow();
        for (int position = 0; position < positions.length; position++) {
            PartValues values = positions[position];
            int code = values.find(part.get(position));
            if (code == values.size()) {
                values.append(part.get(position));
                listener.moved(position, part.get(position), 1);
            }
            codes[size * positions.length + position] = values.use(code);
        }
        size++;
    }

    private void grow() {
        if (size == records.length) {
            int capacity = size + (size >> 1) + 1;
            codes = Arrays.copyOf(codes, capacity * positions.length);
            records = Arrays.copyOf(records, capacity);
        }
    }

    /** The last part takes the place of the one that goes. */
    private void remove(int index, ValueListener listener) {
        int[] gone = Arrays.copyOfRange(codes, index * positions.length, (index + 1) * positions.length);
        size--;
        System.arraycopy(codes, size * positions.length, codes, index * positions.length, positions.length);
        records[index] = records[size];
        for (int position = 0; position < positions.length; position++) {
            PartValues values = positions[position];
            if (values.leave(gone[position])) {
                String text = values.text(gone[position]);
                int moved = values.remove(gone[position]);
                recode(position, moved, gone[position]);
                listener.moved(position, text, -1);
            }
        }
    }

    private void recode(int position, int from, int to) {
        for (int at = position; at < size * positions.length; at += positions.length) {
            if (codes[at] == from) {
                codes[at] = to;
            }
        }
    }

    private List<String> part(int index) {
        String[] part = new String[positions.length];
        for (int position = 0; position < positions.length; position++) {
            part[position] = positions[position].text(codes[index * positions.length + position]);
        }
        return List.of(part);
    }

    private Map<List<String>, Long> toMap() {
        Map<List<String>, Long> map = new HashMap<>();
        forEach(map::put);
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartCounts parts && size == parts.size && toMap().equals(parts.toMap());
    }

    @Override
    public int hashCode() {
        return toMap().hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }

    /** Hears which values parts have. */
    @FunctionalInterface
    public interface ValueListener {

        /** Nobody needs to know. */
        ValueListener NONE = (position, value, difference) -> {};

        /**
         * Hears of one value that comes or goes.
         *
         * @param difference 1 when a first part has the value at the position, -1 when the last one that had it is gone
         */
        void moved(int position, String value, int difference);
    }

    /** Takes a part's values and its records. */
    @FunctionalInterface
    public interface PartConsumer {

        void accept(List<String> part, long records);
    }
}
