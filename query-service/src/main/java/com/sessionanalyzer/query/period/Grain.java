package com.sessionanalyzer.query.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long the stretches are that a window is cut into: local days, ISO weeks from Monday, or calendar months. */
public enum Grain {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private static final int MOST_DAYS = 31;
    private static final int MOST_DAYS_IN_WEEKS = 92;

    private final String code = name().toLowerCase(Locale.ROOT);
    private final ChronoUnit unit;

    Grain(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The name on the wire, as in {@code week}. */
    public String code() {
        return code;
    }

    public static Optional<Grain> of(String code) {
        return Arrays.stream(values()).filter(grain -> grain.code.equals(code)).findFirst();
    }

    /** What suits a window that nobody named a grain for: days up to a month, weeks up to a quarter, then months. */
    public static Grain suiting(Window window) {
        if (window.days() <= MOST_DAYS) {
            return DAY;
        }
        return window.days() <= MOST_DAYS_IN_WEEKS ? WEEK : MONTH;
    }

    /** This grain, or the next coarser one that cuts a window into no more buckets than there can be; null when none does. */
    public static @Nullable Grain fitting(Window window, Grain asked) {
        return Arrays.stream(values())
                .filter(grain -> grain.compareTo(asked) >= 0 && window.count(grain) <= Window.MOST_BUCKETS)
                .findFirst()
                .orElse(null);
    }

    /** The first day of the day, week or month that this day is in. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of the stretch so many after the one that begins here. */
    LocalDate after(LocalDate start, long steps) {
        return start.plus(steps, unit);
    }

    /** How many steps there are from one first day to a later one. */
    long between(LocalDate start, LocalDate later) {
        return unit.between(start, later);
    }
}
