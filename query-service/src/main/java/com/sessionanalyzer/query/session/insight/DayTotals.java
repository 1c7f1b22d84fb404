package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.period.Bucket;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.Insights;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The days that have records, to be added up over stretches of days. */
public record DayTotals(NavigableMap<LocalDate, DayTotal> days) {

    public static DayTotals of(Collection<DayTotal> totals) {
        NavigableMap<LocalDate, DayTotal> days = new TreeMap<>();
        totals.forEach(total -> days.put(total.day(), total));
        return new DayTotals(days);
    }

    public static DayTotals of(Insights insights) {
        Map<LocalDate, Insights.DailyTime> times = new HashMap<>();
        insights.dailyTimeConsumed().forEach(day -> times.put(day.date(), day));
        return of(insights.uploadsByDate().stream()
                .map(day -> total(day, times.get(day.date())))
                .toList());
    }

    private static DayTotal total(Insights.UploadsOnDate day, Insights.@Nullable DailyTime time) {
        return time == null
                ? new DayTotal(day.date(), day.count(), 0, 0)
                : new DayTotal(day.date(), day.count(), time.sessionCount(), time.totalMinutes());
    }

    List<TimePoint> points(Window window, Grain grain) {
        return window.buckets(grain).stream()
                .map(bucket -> point(bucket, window))
                .toList();
    }

    private TimePoint point(Bucket bucket, Window window) {
        LocalDate first = bucket.start().isBefore(window.start()) ? window.start() : bucket.start();
        Collection<DayTotal> within = days.subMap(first, bucket.end()).values();
        return new TimePoint(
                first,
                bucket.end(),
                bucket.partial(),
                sum(within, DayTotal::records),
                sum(within, DayTotal::timedRecords),
                sum(within, DayTotal::minutes),
                0,
                0);
    }

    private static long sum(Collection<DayTotal> days, ToLongFunction<DayTotal> measure) {
        return days.stream().mapToLong(measure).sum();
    }
}
