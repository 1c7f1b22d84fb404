package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.Insights.Route;
import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.insights.Asked;
import com.sessionanalyzer.query.session.insights.InsightsQueries;
import com.sessionanalyzer.query.session.insights.InsightsQuery;
import com.sessionanalyzer.query.session.insights.InsightsQuery.RowOrder;
import com.sessionanalyzer.query.session.insights.QueryAnswer;
import com.sessionanalyzer.query.session.insights.SessionGroup;
import com.sessionanalyzer.query.session.insights.SessionMeasure;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the facets of one answer; only those need a question of their own that the filter asks something of. */
final class FacetReading {

    private static final int MOST = 10_000;

    private final InsightsQueries queries;
    private final OrganizationId organization;
    private final Asked now;
    private final @Nullable Asked before;

    /**
     * A reading.
     *
     * @param before the same in the days it is compared with; null when nothing is compared
     */
    FacetReading(InsightsQueries queries, OrganizationId organization, Asked now, @Nullable Asked before) {
        this.queries = queries;
        this.organization = organization;
        this.now = now;
        this.before = before;
    }

    Facets read(Insights shown, @Nullable Insights shownBefore) {
        return new Facets(
                texts(shown, shownBefore, Insights::regionDistribution, FilterField.REGION, SessionGroup.REGION),
                texts(shown, shownBefore, Insights::sourceDistribution, FilterField.SOURCE, SessionGroup.SOURCE),
                texts(
                        shown,
                        shownBefore,
                        Insights::destinationDistribution,
                        FilterField.DESTINATION,
                        SessionGroup.DESTINATION),
                routes(shown),
                minutes(shown));
    }

    private Facet<String> texts(
            Insights shown,
            @Nullable Insights shownBefore,
            Function<Insights, Map<String, Long>> distribution,
            FilterField field,
            SessionGroup group) {
        if (field.values(now.filter()).isEmpty()) {
            return Facet.narrow(
                    distribution.apply(shown),
                    shownBefore == null ? null : distribution.apply(shownBefore),
                    shown.totalRecords());
        }
        Function<Map<String, @Nullable Object>, String> value = row -> text(row, group);
        return Facet.wide(
                ask(now, value, List.of(field), group),
                before == null ? null : ask(before, value, List.of(field), group));
    }

    private Facet<Route> routes(Insights shown) {
        List<FilterField> fields = List.of(FilterField.SOURCE, FilterField.DESTINATION);
        if (fields.stream().allMatch(field -> field.values(now.filter()).isEmpty())) {
            Map<Route, Long> routes = new LinkedHashMap<>();
            shown.routes().forEach(route -> routes.put(route, route.records()));
            return Facet.narrow(routes, null, shown.totalRecords());
        }
        Map<Route, Long> routes = ask(
                now,
                row -> new Route(text(row, SessionGroup.SOURCE), text(row, SessionGroup.DESTINATION), records(row)),
                fields,
                SessionGroup.SOURCE,
                SessionGroup.DESTINATION);
        return Facet.wide(routes, null);
    }

    private Facet<Integer> minutes(Insights shown) {
        SessionFilter filter = now.filter();
        if (filter.minutesMin() == null && filter.minutesMax() == null) {
            return Facet.narrow(shown.timeConsumedDistribution(), null, shown.sessionsWithTimeConsumed());
        }
        Map<Integer, Long> all = new TreeMap<>();
        ask(
                        now,
                        row -> row.get(SessionGroup.MINUTES.column()) instanceof Integer minutes ? minutes : 0,
                        List.of(FilterField.MINUTES_MIN, FilterField.MINUTES_MAX),
                        SessionGroup.MINUTES)
                .forEach(all::put);
        all.remove(0);
        return Facet.wide(all, null);
    }

    private <K> Map<K, Long> ask(
            Asked asked,
            Function<Map<String, @Nullable Object>, K> value,
            List<FilterField> without,
            SessionGroup... groups) {
        SessionFilter filter = asked.filter();
        for (FilterField field : without) {
            filter = filter.without(field);
        }
        QueryAnswer answer = queries.read(
                organization,
                new InsightsQuery(
                        new Asked(filter, asked.today(), null, null),
                        List.of(groups),
                        List.of(SessionMeasure.RECORDS),
                        List.of(new RowOrder(SessionMeasure.RECORDS.code(), true)),
                        MOST),
                Position.BEGINNING);
        Map<K, Long> records = new LinkedHashMap<>();
        answer.rows().forEach(row -> records.put(value.apply(row), records(row)));
        return records;
    }

    private static String text(Map<String, @Nullable Object> row, SessionGroup group) {
        return Objects.toString(row.get(group.column()), "");
    }

    private static long records(Map<String, @Nullable Object> row) {
        return row.get(SessionMeasure.RECORDS.code()) instanceof Number records ? records.longValue() : 0;
    }
}
