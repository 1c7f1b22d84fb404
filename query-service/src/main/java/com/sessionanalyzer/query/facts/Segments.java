package com.sessionanalyzer.query.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Segments by number, so that one number, a place, names a row of any of them. The number of a segment that is given up is
 * another's later.
 */
final class Segments {

    private final List<Segment> all = new ArrayList<>();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();

    static int place(Segment segment, int row) {
        return (segment.number << Segment.BITS) | row;
    }

    static int row(int place) {
        return place & (Segment.CAPACITY - 1);
    }

    Segment of(int place) {
        return all.get(place >>> Segment.BITS);
    }

    /** A new one for rows of a month. */
    Segment add(int month) {
        Integer number = free.poll();
        if (number == null) {
            Segment added = new Segment(all.size(), month);
            all.add(added);
            return added;
        }
        Segment added = new Segment(number, month);
        all.set(number, added);
        return added;
    }

    /** Gives up an empty one. */
    void forget(Segment segment) {
        free.add(segment.number);
    }

    /** Numbers that there are, those that nobody has at the moment included. */
    int numbers() {
        return all.size();
    }

    /** Takes over segments that have so many numbers; those that none of them has are free. */
    void take(List<Segment> segments, int numbers) {
        Map<Integer, Segment> used = new HashMap<>();
        segments.forEach(segment -> used.put(segment.number, segment));
        for (int number = 0; number < numbers; number++) {
            Segment segment = used.get(number);
            if (segment == null) {
                segment = new Segment(number, 0);
                forget(segment);
            }
            all.add(segment);
        }
    }
}
