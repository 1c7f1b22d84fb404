package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.intake.session.SessionField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** When reviews were made: in office hours, on working days mostly, and more of them as the days go on. */
final class Times {

    private static final int OPENING = 7 * 60;
    private static final int OPEN_MINUTES = 11 * 60;
    private static final int MINUTES = 60;
    private static final double SATURDAY = 0.2;
    private static final double SUNDAY = 0.1;
    private static final double GROWTH = 1.5;

    private final byte[][] days;
    private final double[] cumulative;
    private final byte[][] minutes;
    private final byte[][] seconds;

    /** So many days before the day {@code until}. */
    Times(LocalDate until, int count, Notation notation) {
        List<LocalDate> all = until.minusDays(count).datesUntil(until).toList();
        String quote = notation.quote(SessionField.UPLOADED_AT);
        this.days = all.stream().map(day -> Notation.utf8(quote + day + "T")).toArray(byte[][]::new);
        this.cumulative = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weight(all.get(i).getDayOfWeek()) * (1 + GROWTH * i / count);
            cumulative[i] = sum;
        }
        this.minutes = table(OPEN_MINUTES, minute -> two((OPENING + minute) / MINUTES) + ":" + two(minute % MINUTES));
        this.seconds = table(MINUTES, second -> ":" + two(second) + "Z" + quote);
    }

    /** Puts a time that is later, the greater its share of all records. */
    void put(double share, Dice dice, Values values) {
        int found = Arrays.binarySearch(cumulative, share * cumulative[cumulative.length - 1]);
        int day = Math.min(found < 0 ? -found - 1 : found + 1, days.length - 1);
        int minute = (dice.below(OPEN_MINUTES) + dice.below(OPEN_MINUTES)) / 2;
        values.compose(SessionField.UPLOADED_AT)
                .put(days[day])
                .put(minutes[minute])
                .put(seconds[dice.below(MINUTES)]);
    }

    private static double weight(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY ? SATURDAY : day == DayOfWeek.SUNDAY ? SUNDAY : 1;
    }

    private static byte[][] table(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).map(Notation::utf8).toArray(byte[][]::new);
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
