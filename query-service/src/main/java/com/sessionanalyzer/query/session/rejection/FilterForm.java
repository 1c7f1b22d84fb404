package com.sessionanalyzer.query.session.rejection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A filter as a form shows it; blank is whatever.
 *
 * @param from the first day
 * @param to   the last day
 * @param words the reason for people
 */
record FilterForm(
        String reason,
        String words,
        String channel,
        String delivery,
        String from,
        String to,
        RejectionState state,
        boolean wide) {

    static FilterForm of(RejectionFilter filter, ZoneId zone) {
        String reason = filter.reason() == null ? "" : filter.reason();
        return new FilterForm(
                reason,
                reason.isEmpty() ? "" : RejectionReason.ofCode(reason).words(),
                filter.channel() == null ? "" : filter.channel().code(),
                filter.delivery() == null ? "" : filter.delivery().toString(),
                day(filter.from(), zone),
                day(filter.to() == null ? null : filter.to().minusMillis(1), zone),
                filter.state(),
                filter.isWide());
    }

    private static String day(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : LocalDate.ofInstant(instant, zone).toString();
    }
}
