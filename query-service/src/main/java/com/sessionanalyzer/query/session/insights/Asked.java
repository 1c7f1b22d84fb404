package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.facts.FactTable;
import com.sessionanalyzer.query.period.Comparison;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.period.PeriodParameters;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which records somebody asks for, how they are cut in time, and what they are compared with.
 *
 * @param today      the date in the organization's time zone
 * @param grain      null when that of the period suits
 * @param comparison null when nothing is compared
 */
public record Asked(
        SessionFilter filter,
        LocalDate today,
        @Nullable Grain grain,
        @Nullable Comparison comparison) {

    /** Reads it from the parameters of an address; what is wrong becomes a fault and counts as not said. */
    public static Asked read(Parameters parameters, Faults faults, LocalDate today, Period otherwise) {
        SessionFilter filter = SessionFilter.read(parameters, faults, today, otherwise);
        PeriodParameters time = new PeriodParameters(parameters, faults);
        Grain grain = time.grain();
        Comparison comparison = time.comparison(filter.period());
        if (grain != null
                && filter.period() != Period.ALL
                && isTooFine(filter.period().window(today), grain)) {
            faults.add("grain", tooFine(filter.period().window(today), grain));
            grain = null;
        }
        return new Asked(filter, today, grain, comparison);
    }

    /** The same of other records. */
    public Asked of(SessionFilter other) {
        return new Asked(other, today, grain, comparison);
    }

    /** Whether it is everything, cut and compared as ever. */
    public boolean isNothingSpecial() {
        return filter.isEverything() && grain == null && comparison == null;
    }

    /** The days that are meant; of everything, those from the first record to the last one or today. */
    public Window window(FactTable facts) {
        return window(facts::firstDay, facts::lastDay);
    }

    /** The same, by the first and the last day that any record has; null where there is none. */
    public Window window(Supplier<@Nullable LocalDate> firstDay, Supplier<@Nullable LocalDate> lastDay) {
        if (filter.period() != Period.ALL) {
            return filter.period().window(today);
        }
        LocalDate first = firstDay.get();
        LocalDate last = lastDay.get();
        return first == null || last == null
                ? Window.of(today, today)
                : Window.of(first.isAfter(today) ? today : first, last.isBefore(today) ? today : last);
    }

    /** The grain of these days; a problem when it would cut them into too many. */
    public Grain grain(Window window) {
        if (grain != null && isTooFine(window, grain)) {
            throw ApiParameters.wrong("grain", tooFine(window, grain));
        }
        return grain == null ? filter.period().grain(window) : grain;
    }

    private static boolean isTooFine(Window window, Grain grain) {
        return window.count(grain) > Window.MOST_BUCKETS;
    }

    private static String tooFine(Window window, Grain grain) {
        String fitting = Arrays.stream(Grain.values())
                .filter(other -> !isTooFine(window, other))
                .map(Grain::code)
                .collect(Collectors.joining(", "));
        return "must cut the period into at most " + Window.MOST_BUCKETS + " buckets, and " + grain.code() + " makes "
                + window.count(grain) + (fitting.isEmpty() ? "" : "; allowed are " + fitting);
    }
}
