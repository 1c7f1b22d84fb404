package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import com.sessionanalyzer.schema.Position;
import java.util.Map;
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

    /** What is contained when these moves are made. */
    static Position containedAfter(Map<Integer, OffsetMove> moves) {
        SortedMap<Integer, Long> next = new TreeMap<>();
        moves.forEach((partition, move) -> next.put(partition, move.to()));
        return contained(next);
    }
}
