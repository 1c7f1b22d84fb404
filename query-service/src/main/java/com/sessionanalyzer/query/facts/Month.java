package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of one month: each with its identity, those of each day and of all days by cell, and what they add up to. */
final class Month {

    private static final int MONTHS = 12;
    private static final int DAYS = 31;
    private static final int LEAST_TAIL = 1_024;
    private static final int LEAST_TAIL_OF_DAY = 128;

    final List<Segment> segments = new ArrayList<>();
    final SubjectSums sums = new SubjectSums(LEAST_TAIL);
    final FactRows rows = new FactRows(LEAST_TAIL);
    private final @Nullable FactRows[] days = new FactRows[DAYS];

    /** The number of the month that a day is in, counted since the year 0. */
    static int of(LocalDate day) {
        return day.getYear() * MONTHS + day.getMonthValue() - 1;
    }

    static LocalDate firstDay(int month) {
        return LocalDate.of(Math.floorDiv(month, MONTHS), Math.floorMod(month, MONTHS) + 1, 1);
    }

    /** The first day of the month after the one that a day is in. */
    static LocalDate next(LocalDate day) {
        return day.withDayOfMonth(1).plusMonths(1);
    }

    /** The facts of a day of the month, from 1 on; null when there never were any. */
    @Nullable
    FactRows day(int day) {
        return days[day - 1];
    }

    void add(int day, int code, int subject, int pack) {
        FactRows ofDay = days[day - 1];
        if (ofDay == null) {
            ofDay = new FactRows(LEAST_TAIL_OF_DAY);
            days[day - 1] = ofDay;
        }
        ofDay.add(code, subject, pack);
        rows.add(code, subject, pack);
        sums.add(code, subject, pack);
    }

    void remove(int day, int code, int subject, int pack) {
        FactRows ofDay = days[day - 1];
        if (ofDay == null) {
            throw new IllegalStateException("a fact that is taken away must be there");
        }
        ofDay.remove(code, subject, pack);
        rows.remove(code, subject, pack);
        sums.remove(code, subject, pack);
    }

    /** The first day of the month with facts, or the last one. */
    int edge(boolean first) {
        for (int step = 1; step <= DAYS; step++) {
            int day = first ? step : DAYS + 1 - step;
            FactRows ofDay = day(day);
            if (ofDay != null && ofDay.rows() > 0) {
                return day;
            }
        }
        throw new IllegalStateException("a month must have facts");
    }

    void write(StateOutput output) throws IOException {
        output.number(segments.size());
        for (Segment segment : segments) {
            segment.write(output);
        }
        sums.write(output);
        rows.write(output);
        for (FactRows day : days) {
            output.number(day == null ? 0 : 1);
            if (day != null) {
                day.write(output);
            }
        }
    }

    /** Reads the facts of a month that were written. */
    static Month read(StateInput input, int number) throws IOException {
        Month month = new Month();
        for (int left = input.number(); left > 0; left--) {
            month.segments.add(Segment.read(input, number));
        }
        month.sums.read(input);
        month.rows.read(input);
        for (int day = 0; day < DAYS; day++) {
            if (input.number() > 0) {
                FactRows ofDay = new FactRows(LEAST_TAIL_OF_DAY);
                ofDay.read(input);
                month.days[day] = ofDay;
            }
        }
        return month;
    }

    /** Puts the tail of one of its spans in its places, when it is worth it. */
    boolean settle(int number) {
        Span span = number == 0 ? sums : number > DAYS ? rows : day(number);
        return span != null && span.settleWhenWorth();
    }

    /** One more than the largest number of a span. */
    static int spans() {
        return DAYS + 2;
    }

    long bytes() {
        long bytes = sums.bytes() + rows.bytes();
        for (FactRows day : days) {
            bytes += day == null ? 0 : day.bytes();
        }
        return bytes + segments.stream().mapToLong(Segment::bytes).sum();
    }
}
