package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records and minutes over time, with a point for each day, week or month, also for those without any record.
 *
 * @param points oldest first
 */
public record TimeSeries(Grain grain, List<TimePoint> points) {

    /** The days of this window. */
    public static TimeSeries of(DayTotals days, Window window, Grain grain) {
        return new TimeSeries(grain, days.points(window, grain));
    }

    /** From the first day with a record to the last one, at this grain or one that suits; nothing when there is none. */
    public static TimeSeries ofAll(DayTotals days, @Nullable Grain asked) {
        if (days.days().isEmpty()) {
            return new TimeSeries(asked == null ? Grain.DAY : asked, List.of());
        }
        Window window = Window.of(days.days().firstKey(), days.days().lastKey());
        return of(
                days,
                window,
                asked == null || window.count(asked) > Window.MOST_BUCKETS ? Grain.suiting(window) : asked);
    }

    /** The same beside an earlier one: the first points stand beside each other. */
    public TimeSeries after(TimeSeries earlier) {
        List<TimePoint> both = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            both.add(i < earlier.points.size() ? points.get(i).after(earlier.points.get(i)) : points.get(i));
        }
        return new TimeSeries(grain, List.copyOf(both));
    }

    /** Those with a record whose minutes are known, now or before. */
    public List<TimePoint> timed() {
        return points.stream()
                .filter(point -> point.timedRecords() > 0 || point.minutesBefore() > 0)
                .toList();
    }
}
