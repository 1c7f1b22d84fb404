package com.sessionanalyzer.query.session.bar;

import com.sessionanalyzer.query.period.Comparison;
import com.sessionanalyzer.query.period.DateRange;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.schema.session.CustomerName;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where the numbers of a page lead: to the same page for less, and to the records behind them. */
public record Links(
        String path,
        SessionFilter filter,
        @Nullable Comparison comparison,
        @Nullable Grain grain,
        List<KeptParameter> kept) {

    static final String RECORDS = "/reports";

    /** The page with another filter. A comparison goes where there is nothing before. */
    public String to(SessionFilter other) {
        List<String> parts = new ArrayList<>();
        if (!other.isEverything()) {
            parts.add(other.query());
        }
        if (comparison != null && other.period() != Period.ALL) {
            parts.add("compare=" + comparison.code());
        }
        if (grain != null) {
            parts.add("grain=" + grain.code());
        }
        kept.forEach(parameter ->
                parts.add(parameter.name() + "=" + UriUtils.encode(parameter.value(), StandardCharsets.UTF_8)));
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    /** The records that a filter means, among those that the page is about. */
    String records(SessionFilter other) {
        return new Links(
                        RECORDS,
                        filter,
                        null,
                        null,
                        kept.stream().filter(KeptParameter::decidesRecords).toList())
                .to(other);
    }

    /** The page for these days, cut as suits them. */
    public String days(LocalDate first, LocalDate last) {
        return new Links(path, filter, comparison, null, kept).to(filter.in(new DateRange(first, last)));
    }

    /** The same page cut into days, weeks or months. */
    public String cut(String code) {
        return new Links(path, filter, comparison, Grain.of(code).orElse(null), kept).to(filter);
    }

    /** The records of these days. */
    public String recordsOf(LocalDate first, LocalDate last) {
        return records(filter.in(new DateRange(first, last)));
    }

    /** The records of these days whose minutes are known. */
    public String timedRecordsOf(LocalDate first, LocalDate last) {
        return records(filter.in(new DateRange(first, last)).only(FilterField.HAS_TIME, "true"));
    }

    /** The page for one route, or without it when it is the one asked for. */
    public String route(String source, String destination) {
        return isRoute(source, destination)
                ? to(filter.without(FilterField.SOURCE).without(FilterField.DESTINATION))
                : to(filter.only(FilterField.SOURCE, source).only(FilterField.DESTINATION, destination));
    }

    /** Whether the filter asks for this route alone. */
    public boolean isRoute(String source, String destination) {
        return filter.equals(filter.only(FilterField.SOURCE, source).only(FilterField.DESTINATION, destination));
    }

    /** Whether the filter means records of this route. */
    public boolean meansRoute(String source, String destination) {
        return means(FilterField.SOURCE, source) && means(FilterField.DESTINATION, destination);
    }

    private boolean means(FilterField field, String value) {
        return field.values(filter).isEmpty() || filter.has(field, value);
    }

    /** The records of one route. */
    public String recordsOfRoute(String source, String destination) {
        return records(filter.only(FilterField.SOURCE, source).only(FilterField.DESTINATION, destination));
    }

    /** The records of one route in one region. */
    public String recordsOfRoute(String source, String destination, String region) {
        return records(filter.only(FilterField.REGION, region)
                .only(FilterField.SOURCE, source)
                .only(FilterField.DESTINATION, destination));
    }

    /** The page for records of so many minutes, or without that when they are asked for. */
    public String minutes(int minutes) {
        SessionFilter of = ofMinutes(minutes);
        return to(of.equals(filter) ? filter.without(FilterField.MINUTES_MIN).without(FilterField.MINUTES_MAX) : of);
    }

    /** Whether the filter means records of so many minutes. */
    public boolean meansMinutes(int minutes) {
        Integer min = filter.minutesMin();
        Integer max = filter.minutesMax();
        return (min == null || minutes >= min) && (max == null || minutes <= max);
    }

    /** The records of so many minutes. */
    public String recordsOfMinutes(int minutes) {
        return records(ofMinutes(minutes));
    }

    /** The records of one customer. */
    public String recordsOfCustomer(String name) {
        return records(filter.only(FilterField.CUSTOMER, CustomerName.of(name).key()));
    }

    private SessionFilter ofMinutes(int minutes) {
        String value = Integer.toString(minutes);
        return filter.without(FilterField.MINUTES_MIN)
                .without(FilterField.MINUTES_MAX)
                .only(FilterField.MINUTES_MIN, value)
                .only(FilterField.MINUTES_MAX, value);
    }
}
