package com.sessionanalyzer.query.session.bar;

import com.sessionanalyzer.query.period.Comparison;
import com.sessionanalyzer.query.period.DateRange;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.Fault;
import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.insights.Asked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a page as a form, and the links that take parts of it away.
 *
 * @param path       of the page
 * @param asked      what is asked for
 * @param faults     what the address asks for wrongly, which counts as not said
 * @param fields     those with values to choose from
 * @param kept       parameters of the page itself, which the form and its links carry along
 */
public record FilterBar(
        String path, Asked asked, List<Fault> faults, List<ChoiceField> fields, List<KeptParameter> kept) {

    /** Which records are asked for. */
    public SessionFilter filter() {
        return asked.filter();
    }

    /** Whether anything is asked for. */
    public boolean isUsed() {
        return !asked.isNothingSpecial();
    }

    /** Everything that is asked for, each with a link to the page without it. */
    public List<Chip> chips() {
        List<Chip> chips = filter().chips().stream()
                .map(chip -> new Chip(chip.label(), chip.valueLabel(), link(chip.without())))
                .toList();
        Comparison comparison = asked.comparison();
        return comparison == null
                ? chips
                : Chip.and(
                        chips, "Compared with", comparison.label(), links(null).to(filter()));
    }

    /** Whether there is anything before the period to compare it with; lists of records are compared with nothing. */
    public boolean isComparable() {
        return filter().period() != Period.ALL && !path.equals(Links.RECORDS);
    }

    public List<Option> periods() {
        return Option.periods(filter().period());
    }

    public List<Option> comparisons() {
        return Option.comparisons(asked.comparison());
    }

    public List<Option> timed() {
        return Option.timed(filter().hasTime());
    }

    /** The first day of a period of two dates; empty when it has a name. */
    public String from() {
        return filter().period() instanceof DateRange range ? range.from().toString() : "";
    }

    public String to() {
        return filter().period() instanceof DateRange range ? range.to().toString() : "";
    }

    /** The customers that are asked for, by their keys. */
    public List<String> customers() {
        return List.copyOf(filter().customers());
    }

    /** How many things are asked for that the first row of the form does not show. */
    public long more() {
        return filter().chips().stream()
                .filter(chip -> !chip.parameter().equals("period")
                        && !List.of("region", "source", "destination").contains(chip.parameter()))
                .count();
    }

    /** The page of everything. */
    public String reset() {
        return new Links(path, SessionFilter.EVERYTHING, null, null, kept).to(SessionFilter.EVERYTHING);
    }

    /** The page with this value of a field and the rest of the filter, or without it when it is the one asked for. */
    public String toggled(String field, String value) {
        FilterField of = FilterField.valueOf(field);
        boolean alone = of.values(filter()).size() == 1 && filter().has(of, value);
        return link(alone ? filter().without(of) : filter().only(of, value));
    }

    /** Whether the filter asks for this value of a field. */
    public boolean has(String field, String value) {
        return filter().has(FilterField.valueOf(field), value);
    }

    /** The records behind the number of this value of a field. */
    public String records(String field, String value) {
        return links().records(filter().only(FilterField.valueOf(field), value));
    }

    /** The records behind the numbers of this page. */
    public String records() {
        return links().records(filter());
    }

    /** This page as of an earlier time. */
    public String asOf(String moment) {
        return new Links(path, filter(), null, null, List.of(new KeptParameter(KeptParameter.AS_OF, moment)))
                .to(filter());
    }

    public Links links() {
        return links(asked.comparison());
    }

    private String link(SessionFilter other) {
        return links(asked.comparison()).to(other);
    }

    private Links links(@Nullable Comparison compared) {
        return new Links(path, filter(), compared, asked.grain(), kept);
    }
}
