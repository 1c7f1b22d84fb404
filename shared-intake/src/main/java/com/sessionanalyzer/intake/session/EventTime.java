package com.sessionanalyzer.intake.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The time of an event, as ISO 8601 writes it: a date, or a date and time with a {@code T} or space between, an optional
 * offset and an optional zone, as in {@code 2026-03-29T09:30+02:00[Europe/Prague]}. A date begins with its day; a local time
 * that a change of clocks skips is moved on by the gap, and one that comes twice is the earlier.
 */
final class EventTime {

    /** A client's clock may be this much ahead. */
    static final int MAX_MINUTES_AHEAD = 5;

    static final int MAX_YEARS_PAST = 10;

    private static final int MAX_LENGTH = 100;

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[' ']")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "+0000")
            .optionalEnd()
            .optionalEnd()
            .optionalStart()
            .appendPattern("[' ']['[']")
            .parseCaseSensitive()
            .appendZoneRegionId()
            .appendPattern("[']']")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);

    private EventTime() {}

    /** The time that the text says, to the millisecond; null when it says none. */
    static @Nullable Instant parse(String text, ZoneId zone) {
        Instant usual = UsualTime.parse(text);
        return usual == null ? parseAny(text, zone) : usual;
    }

    /** The same, whatever the notation. */
    static @Nullable Instant parseAny(String text, ZoneId zone) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            TemporalAccessor parsed =
                    FORMAT.parseBest(Numerals.ascii(text), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            return instant(parsed, zone).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Instant instant(TemporalAccessor parsed, ZoneId zone) {
        if (parsed instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        return parsed instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : LocalDate.from(parsed).atStartOfDay(zone).toInstant();
    }

    /** Whether an event of that time can have been received now. */
    static boolean isCredible(Instant time, Instant now) {
        Instant latest = now.plus(MAX_MINUTES_AHEAD, ChronoUnit.MINUTES);
        Instant earliest = now.atZone(ZoneOffset.UTC).minusYears(MAX_YEARS_PAST).toInstant();
        return !time.isAfter(latest) && !time.isBefore(earliest);
    }
}
