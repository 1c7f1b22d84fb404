package com.sessionanalyzer.query.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which spans hold the facts of a window, each fact once: of whole years, months and weeks where their days are all of one
 * bucket, otherwise of days. A stretch counts as whole when all of its facts are meant, whatever days it has besides.
 */
final class Cover {

    private final FactTable table;
    private final boolean byValue;
    private final LocalDate start;
    private final int[] buckets;

    /** How many facts the days of the window before each day have. */
    private final long[] before;

    private final List<Piece> pieces = new ArrayList<>();

    /**
     * The spans that a question is about.
     *
     * @param byValue whether single values matter, which sums do not know
     */
    Cover(FactTable table, FactQuestion question, boolean byValue) {
        this.table = table;
        this.byValue = byValue;
        this.start = question.window.start();
        this.buckets = question.buckets;
        this.before = new long[buckets.length + 1];
        table.between(start, question.window.last()).forEach((number, month) -> count(Month.firstDay(number), month));
        for (int day = 0; day < buckets.length; day++) {
            before[day + 1] += before[day];
        }
    }

    private void count(LocalDate firstOfMonth, Month month) {
        int first = index(firstOfMonth);
        for (int day = 0; day < firstOfMonth.lengthOfMonth(); day++) {
            FactRows facts = month.day(day + 1);
            if (facts != null && first + day >= 0 && first + day < buckets.length) {
                before[first + day + 1] = facts.rows();
            }
        }
    }

    /** The pieces of the window, oldest first. */
    List<Piece> pieces() {
        int day = 0;
        while (day < buckets.length) {
            if (rows(day, day + 1) == 0) {
                day++;
            } else {
                day = take(day);
            }
        }
        return pieces;
    }

    /** Takes what holds the facts from a day on, all of one bucket; answers with the day after. */
    private int take(int day) {
        LocalDate date = start.plusDays(day);
        int beyond =
                byValue ? day : take(day, table.years().of(date), table.years().beyond(date));
        if (beyond == day) {
            Month month = table.month(date);
            beyond = take(day, byValue ? month.rows : month.sums, Month.next(date));
        }
        if (beyond == day && !byValue && !isWorthWaiting(day, Month.next(date))) {
            beyond = take(day, table.weeks().of(date), table.weeks().beyond(date));
        }
        return beyond == day ? take(day, table.month(date).day(date.getDayOfMonth()), date.plusDays(1)) : beyond;
    }

    /** Takes a span when all of its facts are of days from this one on, and of its bucket. */
    private int take(int day, @Nullable Span span, LocalDate next) {
        int beyond = Math.min(index(next), buckets.length);
        if (span == null || buckets[beyond - 1] != buckets[day] || rows(day, beyond) != span.rows()) {
            return day;
        }
        pieces.add(new Piece(span, buckets[day]));
        return beyond;
    }

    /** Whether a week from this day on would take a part of a month that can be taken as a whole. */
    private boolean isWorthWaiting(int day, LocalDate nextMonth) {
        int first = index(nextMonth);
        int beyond = Math.min(index(Month.next(nextMonth)), buckets.length);
        if (first >= buckets.length || index(table.weeks().beyond(start.plusDays(day))) <= first) {
            return false;
        }
        long rows = rows(first, beyond);
        return rows > 0
                && buckets[beyond - 1] == buckets[first]
                && rows == table.month(nextMonth).sums.rows();
    }

    private long rows(int from, int beyond) {
        return before[beyond] - before[from];
    }

    private int index(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - start.toEpochDay());
    }
}
