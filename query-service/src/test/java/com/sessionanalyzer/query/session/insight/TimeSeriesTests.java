package com.sessionanalyzer.query.session.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeSeriesTests {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    private static final DayTotals DAYS = DayTotals.of(List.of(
            new DayTotal(WEDNESDAY.minusDays(1), 100, 100, 100),
            new DayTotal(WEDNESDAY, 2, 1, 20),
            new DayTotal(WEDNESDAY.plusDays(6), 3, 2, 70)));

    @Test
    void fillsDaysWithoutRecordsWithZero() {
        TimeSeries series = TimeSeries.of(DAYS, Window.of(WEDNESDAY, WEDNESDAY.plusDays(6)), Grain.DAY);

        assertThat(series.points()).extracting(TimePoint::records).containsExactly(2L, 0L, 0L, 0L, 0L, 0L, 3L);
    }

    @Test
    void countsOnlyTheDaysOfTheWindowAndSaysWhichWeeksArePartial() {
        TimeSeries series = TimeSeries.of(DAYS, Window.of(WEDNESDAY, WEDNESDAY.plusDays(11)), Grain.WEEK);

        assertThat(series.points()).extracting(TimePoint::records).containsExactly(2L, 3L);
        assertThat(series.points()).extracting(TimePoint::partial).containsExactly(true, false);
        assertThat(series.points().get(0).first()).isEqualTo(WEDNESDAY);
        assertThat(series.points().get(0).days()).isEqualTo(5);
    }

    @Test
    void addsUpMinutesAndRoundsHours() {
        TimeSeries series = TimeSeries.of(DAYS, Window.of(WEDNESDAY, WEDNESDAY.plusDays(6)), Grain.MONTH);

        TimePoint month = series.timed().get(0);

        assertThat(month.minutes()).isEqualTo(90);
        assertThat(month.timedRecords()).isEqualTo(3);
        assertThat(month.hours()).isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void standsBesideAnEarlierOneStepByStep() {
        Window now = Window.of(WEDNESDAY, WEDNESDAY.plusDays(1));

        TimeSeries series = TimeSeries.of(DAYS, now, Grain.DAY)
                .after(TimeSeries.of(DAYS, Window.of(WEDNESDAY.minusDays(1), WEDNESDAY.minusDays(1)), Grain.DAY));

        assertThat(series.points()).extracting(TimePoint::records).containsExactly(2L, 0L);
        assertThat(series.points()).extracting(TimePoint::recordsBefore).containsExactly(100L, 0L);
    }

    @Test
    void reachesFromTheFirstRecordToTheLastWhenEverythingIsAskedFor() {
        TimeSeries series = TimeSeries.ofAll(DAYS, null);

        assertThat(series.grain()).isEqualTo(Grain.DAY);
        assertThat(series.points()).hasSize(8);
        assertThat(TimeSeries.ofAll(DayTotals.of(List.of()), null).points()).isEmpty();
    }
}
