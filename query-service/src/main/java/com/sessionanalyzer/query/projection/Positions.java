package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.schema.Position;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns next offsets, of which nothing is contained yet, into positions, of which everything is. */
final class Positions {

    private Positions() {}

    static Position contained(SortedMap<Integer, Long> next) {
        SortedMap<Integer, Long> last = new TreeMap<>();
        next.forEach((partition, offset) -> {
            if (offset > 0) {
                last.put(partition, offset - 1);
            }
        });
        return new Position(last);
    }
}
