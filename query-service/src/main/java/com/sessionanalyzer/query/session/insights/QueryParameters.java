package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.period.RecentDays;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.insights.InsightsQuery.RowOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a query from the parameters of one request, with everything that is wrong in it. */
final class QueryParameters {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final Parameters parameters;
    private final Faults faults;

    QueryParameters(Parameters parameters, Faults faults) {
        this.parameters = parameters;
        this.faults = faults;
    }

    InsightsQuery read(LocalDate today) {
        Asked asked = Asked.read(parameters, faults, today, RecentDays.MONTH);
        List<SessionMeasure> measures = list(
                "measures",
                SessionMeasure::of,
                names(Arrays.stream(SessionMeasure.values()).map(SessionMeasure::code)));
        List<SessionGroup> groups = list(
                "group_by",
                SessionGroup::of,
                names(Arrays.stream(SessionGroup.values()).map(SessionGroup::code)));
        if (groups.stream().filter(SessionGroup::isTime).count() > 1) {
            faults.add("group_by", "must name at most one of bucket, day, week, month");
        }
        List<SessionMeasure> wanted = measures.isEmpty() ? List.of(SessionMeasure.RECORDS) : measures;
        return new InsightsQuery(asked, groups, wanted, order(groups, wanted), limit());
    }

    private List<RowOrder> order(List<SessionGroup> groups, List<SessionMeasure> measures) {
        List<String> columns = Stream.concat(
                        groups.stream().map(SessionGroup::code),
                        measures.stream().map(SessionMeasure::code))
                .toList();
        List<RowOrder> order =
                list("order", text -> order(text, columns), names(columns.stream()) + " with or without -");
        if (!order.isEmpty()) {
            return order;
        }
        RowOrder largest = new RowOrder(measures.get(0).code(), true);
        return groups.stream()
                .filter(SessionGroup::isTime)
                .findFirst()
                .map(time -> List.of(new RowOrder(time.column(), false), largest))
                .orElse(List.of(largest));
    }

    private static Optional<RowOrder> order(String text, List<String> columns) {
        boolean descending = text.startsWith("-");
        String column = descending ? text.substring(1) : text;
        return columns.contains(column) ? Optional.of(new RowOrder(column, descending)) : Optional.empty();
    }

    private int limit() {
        String text = parameters.first("limit");
        if (text.isEmpty()) {
            return InsightsQuery.DEFAULT_LIMIT;
        }
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > InsightsQuery.MAX_LIMIT) {
            faults.add("limit", "must be in 1.." + InsightsQuery.MAX_LIMIT);
            return InsightsQuery.DEFAULT_LIMIT;
        }
        return limit;
    }

    private <T> List<T> list(String name, Function<String, Optional<T>> reader, String allowed) {
        Set<T> values = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        parameters.all(name).stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .forEach(text -> reader.apply(text).ifPresentOrElse(values::add, () -> unknown.add(text)));
        if (!unknown.isEmpty()) {
            faults.add(name, "must be of " + allowed);
        }
        return List.copyOf(values);
    }

    private static String names(Stream<String> codes) {
        return codes.collect(Collectors.joining(", "));
    }
}
