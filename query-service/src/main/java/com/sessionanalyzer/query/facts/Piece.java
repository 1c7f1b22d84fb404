package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.period.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts that are all in one bucket.
 *
 * @param span those of a day, or of a whole month where its days make no difference
 */
record Piece(Span span, int bucket) {

    /**
     * The pieces that a question is about, oldest first.
     *
     * @param byValue whether single values matter, which the sums of a month do not know
     */
    static List<Piece> of(FactTable table, FactQuestion question, boolean byValue) {
        Window window = question.window;
        List<Piece> pieces = new ArrayList<>();
        table.between(Month.of(window.start()), Month.of(window.last())).forEach((number, month) -> {
            LocalDate first = Month.firstDay(number);
            int from = Math.toIntExact(Math.max(1, window.start().toEpochDay() - first.toEpochDay() + 1));
            int to =
                    Math.toIntExact(Math.min(first.lengthOfMonth(), window.end().toEpochDay() - first.toEpochDay()));
            int offset = Math.toIntExact(first.toEpochDay() - window.start().toEpochDay()) - 1;
            int bucket = question.buckets[offset + from];
            if (bucket == question.buckets[offset + to] && month.isWithin(from, to)) {
                pieces.add(new Piece(byValue ? month.rows : month.sums, bucket));
                return;
            }
            for (int day = from; day <= to; day++) {
                FactRows facts = month.day(day);
                if (facts != null && facts.rows() > 0) {
                    pieces.add(new Piece(facts, question.buckets[offset + day]));
                }
            }
        });
        return pieces;
    }

    /** About how long it takes to look at it. */
    long cost(boolean byEntry) {
        return (long) span.cells + span.tail.size + (byEntry ? span.entries() : 0);
    }
}
