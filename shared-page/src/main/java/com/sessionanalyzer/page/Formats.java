package com.sessionanalyzer.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How pages write numbers and times; times are those of the organization's zone. */
public record Formats(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    /** With commas between thousands. */
    public String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** As in "1 record" and "1,200 records". */
    public String counted(long value, String singular) {
        return number(value) + " " + (value == 1 ? singular : singular + "s");
    }

    /** With commas between thousands and always two decimals. */
    public String hours(BigDecimal hours) {
        return String.format(Locale.ENGLISH, "%,.2f", hours);
    }

    /** As in "1.00 hr" and "1,256.30 hrs". */
    public String countedHours(BigDecimal hours) {
        return hours(hours) + (hours.compareTo(BigDecimal.ONE) == 0 ? " hr" : " hrs");
    }

    /** As in "2026-11-20 21:05:09". */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /** When the newest record that counts was received, in words when there never was one. */
    public String asOf(Instant instant) {
        return instant.equals(Instant.EPOCH) ? "no record yet" : time(instant);
    }

    /** As in "Fri 20 Nov 2026". */
    public String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Share of a total with one decimal, as in "12.5%"; a dash when there is nothing to share. */
    public String share(long part, long total) {
        return total == 0 ? "–" : String.format(Locale.ENGLISH, "%.1f%%", 100.0 * part / total);
    }
}
