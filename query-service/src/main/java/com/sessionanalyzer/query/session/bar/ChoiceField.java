package com.sessionanalyzer.query.session.bar;

import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A field with values to choose from, any number at once.
 *
 * @param parameter its name in an address
 * @param options   the chosen values first, then those that most records have
 */
public record ChoiceField(String parameter, String label, List<Option> options) {

    /** So many values can be looked through; others are asked for by a click on a chart or in the address. */
    static final int MOST = 60;

    static ChoiceField of(FilterField field, SessionFilter filter, Collection<String> values) {
        Set<String> chosen = field.values(filter);
        Set<String> offered = new LinkedHashSet<>(chosen);
        values.stream().limit(MOST).forEach(offered::add);
        return new ChoiceField(
                field.parameter(),
                field.label(),
                offered.stream()
                        .map(value -> new Option(value, field.label(value), chosen.contains(value)))
                        .toList());
    }

    public long chosen() {
        return options.stream().filter(Option::chosen).count();
    }
}
