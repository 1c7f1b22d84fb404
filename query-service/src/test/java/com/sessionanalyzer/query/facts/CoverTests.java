package com.sessionanalyzer.query.facts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.period.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which years, months, weeks and days answer for a window, of a table that has a fact for each day. */
class CoverTests {

    private static final FactShape SHAPE = new FactShape(1, 1, 9);
    private static final LocalDate FIRST = LocalDate.of(2023, 12, 20);
    private static final LocalDate LAST = LocalDate.of(2025, 1, 31);
    private static final int ONE_BUCKET = 10_000;

    private final FactTable table = new FactTable(SHAPE);

    @BeforeEach
    void setFacts() {
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> set(day, day));
    }

    @Test
    void takesYearsOfWhichAllFactsAreMeant() {
        assertThat(cover(FIRST, LAST, ONE_BUCKET)).containsExactly("year 2023", "year 2024", "year 2025");
        assertThat(cover(LocalDate.of(2020, 5, 5), LocalDate.of(2030, 5, 5), ONE_BUCKET))
                .containsExactly("year 2023", "year 2024", "year 2025");
    }

    @Test
    void takesWeeksWhereNoMonthIsWholeAndDaysAtTheEdges() {
        assertThat(cover(LocalDate.of(2024, 1, 10), LocalDate.of(2024, 3, 15), ONE_BUCKET))
                .containsExactlyElementsOf(Stream.of(
                                days(LocalDate.of(2024, 1, 10), 5),
                                List.of("week 2024-01-15", "week 2024-01-22"),
                                days(LocalDate.of(2024, 1, 29), 3),
                                List.of("month 2024-02"),
                                days(LocalDate.of(2024, 3, 1), 3),
                                List.of("week 2024-03-04"),
                                days(LocalDate.of(2024, 3, 11), 5))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void takesAWeekOverTheEndOfAMonthWhenTheNextOneIsNotWhole() {
        assertThat(cover(LocalDate.of(2024, 1, 29), LocalDate.of(2024, 2, 5), ONE_BUCKET))
                .containsExactly("week 2024-01-29", "day 2024-02-05");
    }

    @Test
    void takesNoMoreThanIsOfOneBucket() {
        assertThat(cover(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 17), 7))
                .containsExactly(
                        "week 2024-01-01", "week 2024-01-08", "day 2024-01-15", "day 2024-01-16", "day 2024-01-17");
        assertThat(cover(LocalDate.of(2024, 1, 15), LocalDate.of(2024, 1, 21), 1))
                .containsExactlyElementsOf(days(LocalDate.of(2024, 1, 15), 7));
    }

    @Test
    void takesFactsOneByOneWhereTheirValuesMatter() {
        FactQuestion question = question(LocalDate.of(2023, 12, 30), LocalDate.of(2024, 2, 2), ONE_BUCKET);

        assertThat(names(new Cover(table, question, true).pieces()))
                .containsExactly(
                        "day 2023-12-30", "day 2023-12-31", "facts of 2024-01", "day 2024-02-01", "day 2024-02-02");
    }

    @Test
    void countsAWeekAsWholeWhenItsOtherDaysHaveNoFactsAnyMore() {
        LocalDate monday = LocalDate.of(2024, 1, 15);
        table.remove(0, monday.toEpochDay(), "s");
        set(monday.plusDays(6), monday.plusDays(5));

        assertThat(cover(monday.plusDays(1), monday.plusDays(5), ONE_BUCKET)).containsExactly("week 2024-01-15");
        assertThat(requireNonNull(table.weeks().of(monday)).rows()).isEqualTo(6);
    }

    /** Sets the fact that is known by a day to be of this day. */
    private void set(LocalDate id, LocalDate day) {
        table.set(0, id.toEpochDay(), new Fact("s", (int) day.toEpochDay(), List.of("r"), 0, 1, 1));
    }

    private List<String> cover(LocalDate first, LocalDate last, int daysOfBucket) {
        return names(new Cover(table, question(first, last, daysOfBucket), false).pieces());
    }

    private static FactQuestion question(LocalDate first, LocalDate last, int daysOfBucket) {
        Window window = Window.of(first, last);
        int[] buckets = new int[(int) window.days()];
        Arrays.setAll(buckets, day -> day / daysOfBucket);
        return new FactQuestion(window, buckets, new long[1], new long[SHAPE.traits()], null, 1, false);
    }

    private List<String> names(List<Piece> pieces) {
        return pieces.stream().map(piece -> name(piece.span())).toList();
    }

    private String name(Span span) {
        List<String> names = new ArrayList<>();
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            Month month = table.month(day);
            if (month.day(day.getDayOfMonth()) == span) {
                names.add("day " + day);
            } else if (day.getDayOfWeek() == DayOfWeek.MONDAY && table.weeks().of(day) == span) {
                names.add("week " + day);
            } else if (day.getDayOfMonth() == 1 && month.sums == span) {
                names.add("month " + day.toString().substring(0, 7));
            } else if (day.getDayOfMonth() == 1 && month.rows == span) {
                names.add("facts of " + day.toString().substring(0, 7));
            } else if (table.years().of(day) == span) {
                names.add("year " + day.getYear());
            }
        });
        return names.get(0);
    }

    private static List<String> days(LocalDate first, int count) {
        return IntStream.range(0, count)
                .mapToObj(step -> "day " + first.plusDays(step))
                .toList();
    }
}
