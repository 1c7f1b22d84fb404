package com.sessionanalyzer.query.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of one month: each with its identity, those of each day by cell, and what they add up to. */
final class Month {

    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    /** A tail of less than one in so many costs less than putting it in its places. */
    private static final int WORTH = 128;

    final List<Segment> segments = new ArrayList<>();
    final MonthSums sums = new MonthSums();
    private final @Nullable DayRows[] days = new DayRows[DAYS];

    /** The number of the month that a day is in, counted since the year 0. */
    static int of(LocalDate day) {
        return day.getYear() * MONTHS + day.getMonthValue() - 1;
    }

    static LocalDate firstDay(int month) {
        return LocalDate.of(Math.floorDiv(month, MONTHS), Math.floorMod(month, MONTHS) + 1, 1);
    }

    /** The facts of a day of the month, from 1 on; null when there never were any. */
    @Nullable
    DayRows day(int day) {
        return days[day - 1];
    }

    void add(int day, int code, int subject, int pack) {
        DayRows rows = days[day - 1];
        if (rows == null) {
            rows = new DayRows();
            days[day - 1] = rows;
        }
        rows.add(code, subject, pack);
        sums.add(code, subject, pack);
    }

    void remove(int day, int code, int subject, int pack) {
        DayRows rows = days[day - 1];
        if (rows == null) {
            throw new IllegalStateException("a fact that is taken away must be there");
        }
        rows.remove(code, subject, pack);
        sums.remove(code, subject, pack);
    }

    /** The first day of the month with facts, or the last one. */
    int edge(boolean first) {
        for (int step = 1; step <= DAYS; step++) {
            int day = first ? step : DAYS + 1 - step;
            DayRows rows = day(day);
            if (rows != null && rows.rows() > 0) {
                return day;
            }
        }
        throw new IllegalStateException("a month must have facts");
    }

    /** Whether all facts of the month are of these days. */
    boolean isWithin(int from, int to) {
        return edge(true) >= from && edge(false) <= to;
    }

    /** Puts the tail of one of its spans in its places; whether it was worth it. */
    boolean settle(int number) {
        Span span = number == 0 ? sums : day(number);
        if (span == null || span.tail.size * WORTH <= span.entries()) {
            return false;
        }
        span.settle();
        return true;
    }

    /** One more than the largest number of a span. */
    static int spans() {
        return DAYS + 1;
    }

    long bytes() {
        long bytes = sums.bytes();
        for (DayRows day : days) {
            bytes += day == null ? 0 : day.bytes();
        }
        return bytes + segments.stream().mapToLong(Segment::bytes).sum();
    }
}
