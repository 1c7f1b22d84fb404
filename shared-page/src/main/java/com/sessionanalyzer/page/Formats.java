package com.sessionanalyzer.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * How pages write numbers and times.
 *
 * @param zone   the organization's; times are those of this zone
 * @param locale the reader's; it decides what is between thousands and before decimals, and how days are written
 */
public record Formats(ZoneId zone, Locale locale) {

    /** What readers get who do not say what they read. */
    public static final Locale OTHERWISE = Locale.UK;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    public Formats(ZoneId zone) {
        this(zone, OTHERWISE);
    }

    /** In groups of three digits. */
    public String number(long value) {
        return decimal("#,##0").format(value);
    }

    /** As in "1 record" and "1,200 records". */
    public String counted(long value, String singular) {
        return number(value) + " " + (value == 1 ? singular : singular + "s");
    }

    /** In groups of three digits and always with two decimals. */
    public String hours(BigDecimal hours) {
        return decimal("#,##0.00").format(hours);
    }

    /** As in "1.00 hr" and "1,256.30 hrs". */
    public String countedHours(BigDecimal hours) {
        return hours(hours) + (hours.compareTo(BigDecimal.ONE) == 0 ? " hr" : " hrs");
    }

    /** As in "2026-11-20 21:05:09", for every reader. */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /** When the newest record that counts was received, in words when there never was one. */
    public String asOf(Instant instant) {
        return instant.equals(Instant.EPOCH) ? "no record yet" : time(instant);
    }

    /** As in "Fri 20 Nov 2026" or "Fr. 20.11.2026". */
    public String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEE", locale).format(date) + " " + date(date);
    }

    /** As in "20 Nov 2026" or "20.11.2026". */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /** As in "Nov 2026". */
    public String month(LocalDate date) {
        return DateTimeFormatter.ofPattern("LLL uuuu", locale).format(date);
    }

    /** In groups of three digits, with as many decimals as it has. */
    public String decimal(BigDecimal value) {
        return decimal("#,##0.##").format(value);
    }

    /** Share of a total with one decimal, as in "12.5%"; a dash when there is nothing to share. */
    public String share(long part, long total) {
        return total == 0 ? "–" : decimal("0.0").format(100.0 * part / total) + "%";
    }

    /** How much more or less, as in "+12.5%" and "−3.0%". */
    public String change(BigDecimal percent) {
        String sign = percent.signum() < 0 ? "−" : (percent.signum() > 0 ? "+" : "±");
        return sign + decimal("#,##0.0").format(percent.abs()) + "%";
    }

    /** What is between thousands. */
    public String grouping() {
        return String.valueOf(symbols().getGroupingSeparator());
    }

    /** What is before decimals. */
    public String point() {
        return String.valueOf(symbols().getDecimalSeparator());
    }

    private DecimalFormat decimal(String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, symbols());
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** Of any locale, with the digits that the rest of the page has. */
    private DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setZeroDigit('0');
        return symbols;
    }
}
