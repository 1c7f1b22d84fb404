package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A moment that is past, by the time of the log.
 *
 * @param text as it was asked for
 * @param at   what was logged up to then counts, to the millisecond
 * @param day  the local day that it is in, with which periods end
 */
public record AsOf(String text, Instant at, LocalDate day) {

    /** The name of the parameter. */
    public static final String PARAMETER = "as_of";

    private static final String SHAPE = "must be a date such as 2026-01-31, or a time such as 2026-01-31T12:00:00Z";

    /** What the parameter says; null when it says nothing, or something wrong, which is a fault. */
    public static @Nullable AsOf read(Parameters parameters, Faults faults, ZoneId zone, Instant now) {
        return read(PARAMETER, parameters, faults, zone, now);
    }

    /** The same of a parameter with another name. */
    public static @Nullable AsOf read(
            String parameter, Parameters parameters, Faults faults, ZoneId zone, Instant now) {
        String text = parameters.first(parameter);
        if (text.isEmpty()) {
            return null;
        }
        AsOf asOf = of(text, zone);
        if (asOf == null) {
            faults.add(parameter, SHAPE);
        } else if (asOf.at.isAfter(now)) {
            faults.add(
                    parameter,
                    "must not be in the future, " + text + (text.length() > 10 ? " is" : " ends then; give a time"));
            return null;
        }
        return asOf;
    }

    /** This moment, which is past as soon as it is said. */
    static AsOf now(Instant now, ZoneId zone) {
        return new AsOf(now.toString(), now, now.atZone(zone).toLocalDate());
    }

    /** The end of a local date in the zone, or the time itself; null when it is neither. */
    static @Nullable AsOf of(String text, ZoneId zone) {
        try {
            return text.length() > LocalDate.EPOCH.toString().length()
                    ? ofTime(text, zone)
                    : ofDate(text, LocalDate.parse(text), zone);
        } catch (DateTimeException neither) {
            return null;
        }
    }

    private static AsOf ofDate(String text, LocalDate date, ZoneId zone) {
        Instant next = date.plusDays(1).atStartOfDay(zone).toInstant();
        return new AsOf(text, next.minusMillis(1), date);
    }

    private static AsOf ofTime(String text, ZoneId zone) {
        Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        return new AsOf(text, time, time.atZone(zone).toLocalDate());
    }
}
