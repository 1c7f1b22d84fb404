package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.Dictionary;
import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import com.sessionanalyzer.schema.cube.PartCounts;
import java.io.IOException;
import java.util.Arrays;

/**
 * Records per route of one customer, without order. Routes are held as numbers in two arrays, a tenth of what they take as
 * objects; most customers have so few that looking through them is the quickest way to find one.
 */
final class RouteCounts {

    private static final int CODES = 3;
    private static final int FIRST_CAPACITY = 2;

    private int[] codes = new int[FIRST_CAPACITY * CODES];
    private long[] records = new long[FIRST_CAPACITY];
    private int size;

    /** Sets the records of a route; 0 forgets it. */
    void set(int region, int source, int destination, long count) {
        int index = indexOf(region, source, destination);
        if (count == 0) {
            remove(index);
            return;
        }
        if (index == size) {
            add(region, source, destination);
        }
        records[index] = count;
    }

    /** Takes over all routes of a customer, and forgets those that there were. */
    void set(PartCounts routes, Dictionary names) {
        int[][] codeOf = new int[CODES][];
        for (int position = 0; position < CODES; position++) {
            codeOf[position] =
                    routes.values(position).stream().mapToInt(names::code).toArray();
        }
        size = routes.size();
        if (size > records.length || size < records.length / 2) {
            codes = new int[size * CODES];
            records = new long[size];
        }
        for (int route = 0; route < size; route++) {
            for (int position = 0; position < CODES; position++) {
                codes[route * CODES + position] = codeOf[position][routes.value(route, position)];
            }
            records[route] = routes.records(route);
        }
    }

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void forEach(RouteConsumer each) {
        for (int i = 0; i < size; i++) {
            each.accept(codes[i * CODES], codes[i * CODES + 1], codes[i * CODES + 2], records[i]);
        }
    }

    void write(StateOutput output) throws IOException {
        output.ints(codes, size * CODES).longs(records, size);
    }

    /** Takes over routes that were written. */
    void read(StateInput input) throws IOException {
        codes = input.ints();
        records = input.longs();
        size = records.length;
    }

    private int indexOf(int region, int source, int destination) {
        int index = 0;
        while (index < size
                && (codes[index * CODES] != region
                        || codes[index * CODES + 1] != source
                        || codes[index * CODES + 2] != destination)) {
            index++;
        }
        return index;
    }

    private void add(int region, int source, int destination) {
        if (size == records.length) {
            int capacity = size + (size >> 1) + 1;
            codes = Arrays.copyOf(codes, capacity * CODES);
            records = Arrays.copyOf(records, capacity);
        }
        codes[size * CODES] = region;
        codes[size * CODES + 1] = source;
        codes[size * CODES + 2] = destination;
        size++;
    }

    /** The last route takes the place of the one that goes. */
    private void remove(int index) {
        if (index < size) {
            size--;
            System.arraycopy(codes, size * CODES, codes, index * CODES, CODES);
            records[index] = records[size];
        }
    }

    /** Takes the records of one route. */
    @FunctionalInterface
    interface RouteConsumer {

        void accept(int region, int source, int destination, long records);
    }
}
