package com.sessionanalyzer.standalone.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** When the reviews of the past year were made: on working days mostly, in office hours, and more of them as time goes on. */
final class DemoYear {

    private static final int DAYS = 365;
    private static final double SATURDAY = 0.2;
    private static final double SUNDAY = 0.1;
    private static final double GROWTH = 1.5;
    private static final double VARIATION = 0.5;
    private static final int OPENING_SECOND = 7 * 3600;
    private static final int OPEN_SECONDS = 11 * 3600;

    private final long seed;
    private final Instant end;
    private final Weighted<LocalDate> days;

    /** The 365 days before the day of {@code end}. */
    DemoYear(long seed, Instant end) {
        this.seed = seed;
        this.end = end;
        LocalDate today = LocalDate.ofInstant(end, ZoneOffset.UTC);
        List<LocalDate> all = today.minusDays(DAYS).datesUntil(today).toList();
        double[] mood = new SplittableRandom(seed).doubles(DAYS).toArray();
        this.days = new Weighted<>(all, day -> weight(day, all.indexOf(day), mood));
    }

    /** The time of the n-th review of so many; the days ascend. */
    Instant at(int number, int count) {
        RandomGenerator random = new SplittableRandom(seed ^ number);
        LocalDate day = days.at((number + random.nextDouble()) / count);
        int second = OPENING_SECOND + (int) (OPEN_SECONDS * (random.nextDouble() + random.nextDouble()) / 2);
        Instant time = day.atStartOfDay(ZoneOffset.UTC).plusSeconds(second).toInstant();
        return (time.isBefore(end) ? time : end).truncatedTo(ChronoUnit.MILLIS);
    }

    private static double weight(LocalDate day, int index, double[] mood) {
        double weekday = day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? SATURDAY
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? SUNDAY : 1;
        return weekday * (1 + GROWTH * index / DAYS) * (1 + VARIATION * mood[index]);
    }
}
