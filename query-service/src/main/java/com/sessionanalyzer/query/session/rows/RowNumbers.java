package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.Insights.DailyTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/**
 * What the records of a list add up to.
 *
 * @param timedRecords records whose minutes are known
 * @param days         those with timed records, oldest first
 * @param asOf         when the newest record contained was received
 */
public record RowNumbers(
        long records,
        long customers,
        long sessions,
        long duplicateCustomers,
        long regions,
        long sources,
        long destinations,
        long timedRecords,
        long minutes,
        List<DailyTime> days,
        Instant asOf) {

    public RowNumbers {
        days = List.copyOf(days);
    }

    public static RowNumbers of(Insights insights) {
        return new RowNumbers(
                insights.totalRecords(),
                insights.totalCustomers(),
                insights.totalSessionsReviewed(),
                insights.duplicateCustomersCount(),
                insights.regionsCovered(),
                insights.sourcesCovered(),
                insights.destinationsCovered(),
                insights.sessionsWithTimeConsumed(),
                insights.totalTimeConsumedMinutes(),
                insights.dailyTimeConsumed(),
                insights.asOf());
    }

    /** Rounded half up to two decimals. */
    public BigDecimal hours() {
        return hours(minutes);
    }

    static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }
}
