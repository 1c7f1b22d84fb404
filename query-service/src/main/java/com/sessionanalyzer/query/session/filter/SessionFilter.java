package com.sessionanalyzer.query.session.filter;

import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which session records are asked for: those of the period that have one of the values of each field. A field without
 * values does not matter; texts are compared exactly.
 *
 * @param customers  customers by their keys
 * @param highlights codes of {@link HighlightChoices}
 * @param hasTime    whether the minutes are known; null when that does not matter
 * @param minutesMin the fewest minutes, 1 to 120; who asks for minutes asks for records that have them
 * @param minutesMax the most minutes, 1 to 120
 */
public record SessionFilter(
        Period period,
        SortedSet<String> regions,
        SortedSet<String> sources,
        SortedSet<String> destinations,
        SortedSet<String> customers,
        SortedSet<String> highlights,
        @Nullable Boolean hasTime,
        @Nullable Integer minutesMin,
        @Nullable Integer minutesMax) {

    private static final SortedSet<String> NONE = Collections.emptySortedSet();

    /** Every record. */
    public static final SessionFilter EVERYTHING =
            new SessionFilter(Period.ALL, NONE, NONE, NONE, NONE, NONE, null, null, null);

    public SessionFilter {
        regions = copy(regions);
        sources = copy(sources);
        destinations = copy(destinations);
        customers = copy(customers);
        highlights = copy(highlights);
    }

    /**
     * Reads it from the parameters of an address. What is wrong becomes a fault and counts as not said, so that a page can go
     * on with the rest.
     *
     * @param today     the date in the organization's time zone
     * @param otherwise the period when none is said
     */
    public static SessionFilter read(Parameters parameters, Faults faults, LocalDate today, Period otherwise) {
        return new FilterParameters(parameters, faults).read(today, otherwise);
    }

    /** Whether every record is asked for. */
    public boolean isEverything() {
        return equals(EVERYTHING);
    }

    /** The same in another period. */
    public SessionFilter in(Period other) {
        return new SessionFilter(
                other, regions, sources, destinations, customers, highlights, hasTime, minutesMin, minutesMax);
    }

    /** The same with this value of the field too; where a field has one value at most, with this one. */
    public SessionFilter with(FilterField field, String value) {
        return field.isRepeatable() ? field.add(this, value) : field.set(this, value);
    }

    /** The same with this value of the field alone, as a click on a chart asks for it. */
    public SessionFilter only(FilterField field, String value) {
        return field.set(this, value);
    }

    /** The same without this value of the field. */
    public SessionFilter without(FilterField field, String value) {
        return field.remove(this, value);
    }

    /** The same without any value of the field. */
    public SessionFilter without(FilterField field) {
        return field.clear(this);
    }

    public boolean has(FilterField field, String value) {
        return field.values(this).contains(value);
    }

    /** One for each value that is asked for, the period first, then in the order of the fields. */
    public List<FilterChip> chips() {
        return FilterChip.of(this);
    }

    /** What an address says after the question mark, with no period when it is everything; empty when all of it is. */
    public String query() {
        return FilterAddress.of(this, period != Period.ALL);
    }

    /** What an address says after the question mark, with a period in any case. */
    public String queryWithPeriod() {
        return FilterAddress.of(this, true);
    }

    /** The path with the filter behind it. */
    public String link(String path) {
        String query = query();
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Whether a record is meant, on this day in the organization's time zone. */
    public Predicate<SessionRecord> on(LocalDate today) {
        Window window = period.window(today);
        return record -> window.contains(record.localDay()) && accepts(record);
    }

    private boolean accepts(SessionRecord record) {
        return allows(regions, record.region())
                && allows(sources, record.source())
                && allows(destinations, record.destination())
                && allows(customers, record.customer().key())
                && HighlightChoices.accept(highlights, record.highlight())
                && acceptsMinutes(record.minutes());
    }

    private boolean acceptsMinutes(@Nullable Integer minutes) {
        if (minutes == null) {
            return !Boolean.TRUE.equals(hasTime) && minutesMin == null && minutesMax == null;
        }
        return !Boolean.FALSE.equals(hasTime)
                && (minutesMin == null || minutes >= minutesMin)
                && (minutesMax == null || minutes <= minutesMax);
    }

    private static boolean allows(SortedSet<String> values, String value) {
        return values.isEmpty() || values.contains(value);
    }

    private static SortedSet<String> copy(SortedSet<String> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
