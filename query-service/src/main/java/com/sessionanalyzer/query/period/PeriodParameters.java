package com.sessionanalyzer.query.period;

import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads periods, grains and comparisons from parameters; what is wrong becomes a fault and counts as not said. */
public final class PeriodParameters {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9_998;

    private final Parameters parameters;
    private final Faults faults;

    public PeriodParameters(Parameters parameters, Faults faults) {
        this.parameters = parameters;
        this.faults = faults;
    }

    /**
     * What {@code from} and {@code to} say, otherwise what {@code period} says.
     *
     * @param today     what {@code to} is when only {@code from} is said
     * @param otherwise what it is when nothing is said
     */
    public Period period(LocalDate today, Period otherwise) {
        Period named = one("period", Period::of, names(Period.named().stream().map(Period::code)))
                .orElse(otherwise);
        LocalDate from = date("from");
        LocalDate to = date("to");
        if (from == null) {
            if (to != null) {
                faults.add("to", "must come with from");
            }
            return named;
        }
        return range(from, to == null ? today : to).orElse(named);
    }

    /** The grain that is asked for; null when none is. */
    public @Nullable Grain grain() {
        return one("grain", Grain::of, names(Arrays.stream(Grain.values()).map(Grain::code)))
                .orElse(null);
    }

    /** The comparison that is asked for with a period; null when none is. */
    public @Nullable Comparison comparison(Period period) {
        Comparison comparison = one(
                        "compare",
                        Comparison::of,
                        names(Arrays.stream(Comparison.values()).map(Comparison::code)))
                .orElse(null);
        if (comparison != null && period == Period.ALL) {
            faults.add("compare", "must come with a period or with from and to, for nothing is before everything");
            return null;
        }
        return comparison;
    }

    private Optional<Period> range(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            faults.add("from", "must not be after to, which is " + to);
        } else if (Window.of(from, to).days() > DateRange.MOST_DAYS) {
            faults.add("from", "must be at most " + DateRange.MOST_DAYS + " days before the end of to, which is " + to);
        } else {
            return Optional.of(new DateRange(from, to));
        }
        return Optional.empty();
    }

    private @Nullable LocalDate date(String name) {
        String text = parameters.first(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException none) {
            // the same fault
        }
        faults.add(name, "must be a date such as 2026-01-31");
        return null;
    }

    private <T> Optional<T> one(String name, Function<String, Optional<T>> reader, String allowed) {
        String text = parameters.first(name);
        Optional<T> value = text.isEmpty() ? Optional.empty() : reader.apply(text);
        if (!text.isEmpty() && value.isEmpty()) {
            faults.add(name, "must be one of " + allowed);
        }
        return value;
    }

    private static String names(Stream<String> codes) {
        return codes.collect(Collectors.joining(", "));
    }
}
