package com.sessionanalyzer.query.session.filter;

import com.sessionanalyzer.query.period.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a filter asks for, as a page shows it.
 *
 * @param parameter  the name of the parameter; {@code period} also for dates
 * @param value      its value in an address
 * @param label      what the field is called
 * @param valueLabel what the value is called
 * @param without    the filter without it
 */
public record FilterChip(String parameter, String value, String label, String valueLabel, SessionFilter without) {

    static List<FilterChip> of(SessionFilter filter) {
        List<FilterChip> chips = new ArrayList<>();
        if (filter.period() != Period.ALL) {
            chips.add(new FilterChip(
                    "period", filter.period().code(), "Period", filter.period().label(), filter.in(Period.ALL)));
        }
        for (FilterField field : FilterField.values()) {
            field.values(filter).forEach(value -> chips.add(of(filter, field, value)));
        }
        return chips;
    }

    private static FilterChip of(SessionFilter filter, FilterField field, String value) {
        return new FilterChip(
                field.parameter(), value, field.label(), field.label(value), filter.without(field, value));
    }
}
