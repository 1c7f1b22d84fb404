package com.sessionanalyzer.query.facts;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Puts the tails of all spans in their places, one after the other while facts change, so that a question finds little that
 * is in no order, whatever was loaded.
 */
final class Settling {

    private static final int EVERY = 256;

    private final NavigableMap<Integer, Month> months;
    private final List<Stretches> stretches;
    private int changes;
    private int month;
    private int span;

    Settling(NavigableMap<Integer, Month> months, List<Stretches> stretches) {
        this.months = months;
        this.stretches = stretches;
    }

    /** Counts a change; now and then one span is settled, the next of those that have a tail. */
    void changed() {
        if (++changes % EVERY == 0) {
            int turn = changes / EVERY % (stretches.size() + 1);
            if (turn == stretches.size()) {
                settleNext();
            } else {
                stretches.get(turn).settleNext();
            }
        }
    }

    private void settleNext() {
        for (int left = months.size() + 1; left > 0; left--) {
            Map.Entry<Integer, Month> entry = months.ceilingEntry(month);
            if (entry != null) {
                month = entry.getKey();
                while (span < Month.spans()) {
                    if (entry.getValue().settle(span++)) {
                        return;
                    }
                }
            }
            span = 0;
            month = entry == null ? Integer.MIN_VALUE : month + 1;
        }
    }
}
