package com.sessionanalyzer.query.session.filter;

import static com.sessionanalyzer.query.session.filter.FilterField.CUSTOMER;
import static com.sessionanalyzer.query.session.filter.FilterField.DESTINATION;
import static com.sessionanalyzer.query.session.filter.FilterField.HAS_TIME;
import static com.sessionanalyzer.query.session.filter.FilterField.HIGHLIGHT;
import static com.sessionanalyzer.query.session.filter.FilterField.MINUTES_MAX;
import static com.sessionanalyzer.query.session.filter.FilterField.MINUTES_MIN;
import static com.sessionanalyzer.query.session.filter.FilterField.REGION;
import static com.sessionanalyzer.query.session.filter.FilterField.SOURCE;

import com.sessionanalyzer.query.period.Period;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A filter in the making: the values of each field as an address has them. */
final class FilterDraft {

    private final Period period;
    private final Map<FilterField, SortedSet<String>> values = new EnumMap<>(FilterField.class);

    FilterDraft(Period period) {
        this.period = period;
    }

    static FilterDraft of(SessionFilter filter) {
        FilterDraft draft = new FilterDraft(filter.period());
        for (FilterField field : FilterField.values()) {
            draft.set(field, field.values(filter));
        }
        return draft;
    }

    void set(FilterField field, Collection<String> texts) {
        values.put(field, new TreeSet<>(texts));
    }

    SessionFilter filter() {
        return new SessionFilter(
                period,
                all(REGION),
                all(SOURCE),
                all(DESTINATION),
                all(CUSTOMER),
                all(HIGHLIGHT),
                one(HAS_TIME, Boolean::valueOf),
                one(MINUTES_MIN, Integer::valueOf),
                one(MINUTES_MAX, Integer::valueOf));
    }

    private SortedSet<String> all(FilterField field) {
        return values.getOrDefault(field, new TreeSet<>());
    }

    private <T> @Nullable T one(FilterField field, Function<String, T> reader) {
        return all(field).stream().findFirst().map(reader).orElse(null);
    }
}
