package com.sessionanalyzer.query.period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Local days from a first one up to one that is not meant any more. Days are those of the organization's time zone, so one
 * of 23 or 25 hours is one day.
 *
 * @param start the first day
 * @param end   the day after the last one
 */
public record Window(LocalDate start, LocalDate end) {

    /** More than these are too many to look at. */
    public static final int MOST_BUCKETS = 400;

    /** Every day that a record can have. */
    public static final Window EVERYTHING = new Window(LocalDate.of(0, 1, 1), LocalDate.of(10_000, 1, 1));

    public Window {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("window must begin before it ends, was " + start + " to " + end);
        }
    }

    /** The window of these days, both meant. */
    public static Window of(LocalDate first, LocalDate last) {
        return new Window(first, last.plusDays(1));
    }

    public LocalDate last() {
        return end.minusDays(1);
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    /** As many days directly before. */
    public Window previous() {
        return new Window(start.minusDays(days()), start);
    }

    /** The same dates a year before; 28 February stands for the 29th. */
    public Window yearEarlier() {
        return of(start.minusYears(1), last().minusYears(1));
    }

    /** How many buckets of this grain the window is cut into. */
    public long count(Grain grain) {
        return grain.between(grain.startOf(start), grain.startOf(last())) + 1;
    }

    /** The buckets of this grain, oldest first; together they hold each day of the window once. */
    public List<Bucket> buckets(Grain grain) {
        LocalDate first = grain.startOf(start);
        return LongStream.range(0, count(grain))
                .mapToObj(step -> bucket(grain.after(first, step), grain.after(first, step + 1)))
                .toList();
    }

    private Bucket bucket(LocalDate begin, LocalDate next) {
        boolean partial = begin.isBefore(start) || next.isAfter(end);
        return new Bucket(begin, next.isAfter(end) ? end : next, partial);
    }
}
