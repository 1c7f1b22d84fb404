package com.sessionanalyzer.query.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WindowProperties {

    private static final LocalDate FIRST = LocalDate.of(1999, 12, 1);

    @Property
    void bucketsHoldEachDayOfTheWindowOnce(@ForAll("windows") Window window, @ForAll Grain grain) {
        List<Bucket> buckets = window.buckets(grain);

        assertThat(days(window))
                .allSatisfy(day -> assertThat(buckets.stream().filter(bucket -> holds(bucket, day)))
                        .singleElement()
                        .extracting(Bucket::start)
                        .isEqualTo(grain.startOf(day)));
        assertThat(buckets).hasSize((int) window.count(grain));
        assertThat(buckets.get(buckets.size() - 1).end()).isEqualTo(window.end());
    }

    @Property
    void aBucketIsPartialWhenSomeOfItsDaysAreNotInTheWindow(@ForAll("windows") Window window, @ForAll Grain grain) {
        assertThat(window.buckets(grain)).allSatisfy(bucket -> {
            LocalDate next = grain.after(bucket.start(), 1);
            boolean whole = bucket.start().datesUntil(next).allMatch(window::contains);
            assertThat(bucket.partial()).isEqualTo(!whole);
        });
    }

    @Property
    void ninetyDaysHaveThirteenWeeksFromAMondayOrTuesdayAndFourteenOtherwise(@ForAll("dates") LocalDate today) {
        Window window = RecentDays.QUARTER.window(today);

        DayOfWeek first = window.start().getDayOfWeek();
        boolean early = first == DayOfWeek.MONDAY || first == DayOfWeek.TUESDAY;
        assertThat(window.count(Grain.WEEK)).isEqualTo(early ? 13 : 14);
    }

    @Property
    void aYearHasTwelveMonthsFromAFirstAndThirteenOtherwise(@ForAll("dates") LocalDate today) {
        Window window = RecentDays.YEAR.window(today);

        boolean leap = window.start().datesUntil(window.end()).anyMatch(WindowProperties::isLeapDay);
        int first = window.start().getDayOfMonth();
        assertThat(window.count(Grain.MONTH)).isEqualTo(first == 1 || (first == 2 && leap) ? 12 : 13);
    }

    @Property
    void theWindowBeforeEndsWhereThisOneBeginsAndIsAsLong(@ForAll("windows") Window window) {
        assertThat(window.previous().end()).isEqualTo(window.start());
        assertThat(window.previous().days()).isEqualTo(window.days());
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 12_000).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Window> windows() {
        return Combinators.combine(dates(), Arbitraries.integers().between(0, 800))
                .as((first, more) -> Window.of(first, first.plusDays(more)));
    }

    private static boolean isLeapDay(LocalDate day) {
        return day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
    }

    private static boolean holds(Bucket bucket, LocalDate day) {
        return !day.isBefore(bucket.start()) && day.isBefore(bucket.end());
    }

    private static Stream<LocalDate> days(Window window) {
        return window.start().datesUntil(window.end());
    }
}
