package com.sessionanalyzer.query.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTests {

    @ParameterizedTest
    @CsvSource({
        // today is the last day of each
        "7d, 2026-11-29, 2026-11-23, 7, DAY",
        "30d, 2026-03-01, 2026-01-31, 30, DAY",
        "90d, 2026-11-29, 2026-09-01, 13, WEEK", // begins on a Tuesday
        "90d, 2026-11-28, 2026-08-31, 13, WEEK", // begins on a Monday
        "90d, 2026-11-30, 2026-09-02, 14, WEEK", // begins on a Wednesday
        "90d, 2026-12-04, 2026-09-06, 14, WEEK", // begins on a Sunday
        "1y, 2025-12-31, 2025-01-01, 12, MONTH",
        "1y, 2026-11-29, 2025-11-30, 13, MONTH",
        "1y, 2024-03-01, 2023-03-03, 13, MONTH",
        "1y, 2024-12-31, 2024-01-02, 12, MONTH", // on a 2nd, with 29 February inside
        "1y, 2024-12-30, 2024-01-01, 12, MONTH",
        "1y, 2026-01-01, 2025-01-02, 13, MONTH"
    })
    void isCutAsItsPeriodSays(String code, LocalDate today, LocalDate start, int buckets, Grain grain) {
        Period period = Period.of(code).orElseThrow();

        Window window = period.window(today);

        assertThat(window).isEqualTo(Window.of(start, today));
        assertThat(period.grain(window)).isEqualTo(grain);
        assertThat(window.buckets(grain)).hasSize(buckets);
    }

    @Test
    void marksTheFirstAndTheLastWeekOfNinetyDaysFromAWednesdayAsPartial() {
        Window window = RecentDays.QUARTER.window(LocalDate.of(2026, 11, 30));

        List<Bucket> buckets = window.buckets(Grain.WEEK);

        assertThat(buckets).extracting(Bucket::partial).startsWith(true, false).endsWith(false, true);
        assertThat(buckets.stream().filter(Bucket::partial)).hasSize(2);
        assertThat(buckets.get(0).start()).isEqualTo("2026-08-31");
        assertThat(buckets.get(0).end()).isEqualTo("2026-09-07");
        assertThat(buckets.get(13)).isEqualTo(bucket("2026-11-30", "2026-12-01", true));
    }

    @Test
    void cutsWeeksOnMondayAndMonthsOnTheFirst() {
        Window window = Window.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28));

        assertThat(window.buckets(Grain.MONTH))
                .containsExactly(bucket("2026-01-01", "2026-02-01", false), bucket("2026-02-01", "2026-03-01", false));
        assertThat(window.buckets(Grain.WEEK)).startsWith(bucket("2025-12-29", "2026-01-05", true));
    }

    @Test
    void isComparedWithAsManyDaysDirectlyBefore() {
        Window window = Window.of(LocalDate.of(2024, 2, 20), LocalDate.of(2024, 3, 20));

        assertThat(window.previous()).isEqualTo(Window.of(LocalDate.of(2024, 1, 21), LocalDate.of(2024, 2, 19)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-31, 2025-01-01, 2025-01-31",
        "2024-02-29, 2024-02-29, 2023-02-28, 2023-02-28",
        "2025-02-01, 2025-02-28, 2024-02-01, 2024-02-28",
        "2024-02-01, 2024-03-01, 2023-02-01, 2023-03-01"
    })
    void isComparedWithTheSameDatesOfTheYearBefore(LocalDate from, LocalDate to, LocalDate first, LocalDate last) {
        assertThat(Window.of(from, to).yearEarlier()).isEqualTo(Window.of(first, last));
    }

    @Test
    void cannotEndBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)))
                .withMessage("window must begin before it ends, was 2026-01-02 to 2026-01-02");
    }

    private static Bucket bucket(String start, String end, boolean partial) {
        return new Bucket(LocalDate.parse(start), LocalDate.parse(end), partial);
    }
}
