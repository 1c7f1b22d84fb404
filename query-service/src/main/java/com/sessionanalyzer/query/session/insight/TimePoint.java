package com.sessionanalyzer.query.session.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A day, week or month.
 *
 * @param first        its first day that counts
 * @param end          the day after the last one that counts
 * @param partial      whether only a part of its days counts
 * @param timedRecords records whose minutes are known
 */
public record TimePoint(
        LocalDate first,
        LocalDate end,
        boolean partial,
        long records,
        long timedRecords,
        long minutes,
        long recordsBefore,
        long minutesBefore) {

    /** Its last day that counts. */
    public LocalDate last() {
        return end.minusDays(1);
    }

    /** How many days of it count. */
    public long days() {
        return ChronoUnit.DAYS.between(first, end);
    }

    /** Rounded half up to two decimals. */
    public BigDecimal hours() {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    TimePoint after(TimePoint earlier) {
        return new TimePoint(first, end, partial, records, timedRecords, minutes, earlier.records(), earlier.minutes());
    }
}
