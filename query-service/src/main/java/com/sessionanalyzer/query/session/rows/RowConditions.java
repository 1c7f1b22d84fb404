package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.filter.HighlightChoices;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.search.SearchText;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A filter as conditions of SQL over {@code session_record}, for whoever asks the table.
 *
 * @param sql        with named parameters
 * @param parameters their values
 */
public record RowConditions(String sql, Map<String, Object> parameters) {

    /** A local day begins and ends at most so many days from the same day in UTC, in every zone. */
    private static final int ZONES = 2;

    public RowConditions {
        parameters = Map.copyOf(parameters);
    }

    /**
     * The records of an organization that a filter means.
     *
     * @param today the date in the organization's time zone
     */
    public static RowConditions of(OrganizationId organization, SessionFilter filter, LocalDate today) {
        Builder conditions = new Builder();
        conditions.add("organization = :organization", "organization", organization.value());
        if (filter.period() != Period.ALL) {
            conditions.within(filter.period().window(today));
        }
        conditions.oneOf("region", "regions", filter.regions());
        conditions.oneOf("source", "sources", filter.sources());
        conditions.oneOf("destination", "destinations", filter.destinations());
        conditions.oneOf("customer_key", "customers", filter.customers());
        conditions.highlighted(filter.highlights());
        if (filter.hasTime() != null) {
            conditions.add(filter.hasTime() ? "minutes is not null" : "minutes is null");
        }
        conditions.add("minutes >= :minutes_min", "minutes_min", filter.minutesMin());
        conditions.add("minutes <= :minutes_max", "minutes_max", filter.minutesMax());
        return conditions.build();
    }

    /** Those of them that a search finds. */
    public RowConditions containing(SearchText search) {
        Builder conditions = new Builder();
        conditions.add(sql);
        conditions.parameters.putAll(parameters);
        search.conditions().forEach(condition -> {
            String name = "word" + conditions.parameters.size();
            conditions.add(condition.sql().replace(":word", ":" + name), name, condition.word());
        });
        return conditions.build();
    }

    /** Gathers conditions that must all hold. */
    private static final class Builder {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        void add(String condition) {
            conditions.add(condition);
        }

        void add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }

        void oneOf(String column, String name, Collection<String> values) {
            add(column + " in (:" + name + ")", name, values.isEmpty() ? null : List.copyOf(values));
        }

        void highlighted(SortedSet<String> choices) {
            SortedSet<String> types = new TreeSet<>(choices);
            List<String> either = new ArrayList<>();
            if (types.remove(HighlightChoices.NONE)) {
                either.add("highlight_type is null");
            }
            if (types.remove(HighlightChoices.ANY)) {
                either.add("highlight_type is not null");
            } else if (!types.isEmpty()) {
                either.add("highlight_type in (:highlights)");
                parameters.put("highlights", List.copyOf(types));
            }
            if (!either.isEmpty()) {
                add("(" + String.join(" or ", either) + ")");
            }
        }

        /** The local day decides; the time says the same to the indexes, roughly. */
        void within(Window window) {
            add("local_day >= :first_day", "first_day", window.start());
            add("local_day < :end_day", "end_day", window.end());
            add(
                    "uploaded_at >= :first_time",
                    "first_time",
                    window.start().minusDays(ZONES).atStartOfDay().atOffset(ZoneOffset.UTC));
            add(
                    "uploaded_at < :end_time",
                    "end_time",
                    window.end().plusDays(ZONES).atStartOfDay().atOffset(ZoneOffset.UTC));
        }

        RowConditions build() {
            return new RowConditions(String.join(" and ", conditions), parameters);
        }
    }
}
