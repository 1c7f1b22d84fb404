package com.sessionanalyzer.query.session.bar;

import com.sessionanalyzer.query.period.Comparison;
import com.sessionanalyzer.query.period.DateRange;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.session.filter.FilterField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of the form, and whether it is the chosen one. */
public record Option(String value, String label, boolean chosen) {

    /** Those with names, behind one for two dates when these are asked for; everything needs no value. */
    static List<Option> periods(Period asked) {
        List<Option> options = new ArrayList<>();
        if (asked instanceof DateRange) {
            options.add(new Option("", asked.label(), true));
        }
        for (Period period : Period.named()) {
            options.add(new Option(period.code(), period.label(), period.equals(asked)));
        }
        return List.copyOf(options);
    }

    static List<Option> comparisons(@Nullable Comparison asked) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "No comparison", asked == null));
        for (Comparison comparison : Comparison.values()) {
            options.add(new Option(comparison.code(), "Compared with " + comparison.label(), comparison == asked));
        }
        return List.copyOf(options);
    }

    static List<Option> timed(@Nullable Boolean asked) {
        return List.of(
                new Option("", "Any", asked == null),
                new Option("true", FilterField.HAS_TIME.label("true"), Boolean.TRUE.equals(asked)),
                new Option("false", FilterField.HAS_TIME.label("false"), Boolean.FALSE.equals(asked)));
    }
}
