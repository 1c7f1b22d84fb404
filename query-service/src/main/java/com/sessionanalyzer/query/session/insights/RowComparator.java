package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.session.insights.Grouping.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The order of the rows of a query: as it says, then by all its groups, so that it is the same each time. */
final class RowComparator {

    private final List<SessionGroup> groups;
    private final GroupTexts texts;
    private final List<Function<Row, @Nullable Comparable<?>>> keys = new ArrayList<>();
    private final List<Boolean> descending = new ArrayList<>();

    private RowComparator(List<SessionGroup> groups, GroupTexts texts) {
        this.groups = groups;
        this.texts = texts;
    }

    /** Orders rows; what they are ordered by first is worked out once for each. */
    static List<Row> sorted(List<Row> rows, InsightsQuery query, GroupTexts texts) {
        RowComparator by = new RowComparator(query.groups(), texts);
        query.order().forEach(order -> by.add(by.key(order.column()), order.descending()));
        for (int place = 0; place < query.groups().size(); place++) {
            by.add(by.key(query.groups().get(place).column()), false);
        }
        Comparator<Keyed> first = comparing(Keyed::key, !by.descending.isEmpty() && by.descending.get(0));
        return rows.stream()
                .map(row ->
                        new Keyed(row, by.keys.isEmpty() ? null : by.keys.get(0).apply(row)))
                .sorted(first.thenComparing(Keyed::row, by.others()))
                .map(Keyed::row)
                .toList();
    }

    private record Keyed(Row row, @Nullable Comparable<?> key) {}

    private void add(Function<Row, @Nullable Comparable<?>> key, boolean isDescending) {
        keys.add(key);
        descending.add(isDescending);
    }

    private Function<Row, @Nullable Comparable<?>> key(String column) {
        for (int place = 0; place < groups.size(); place++) {
            int of = place;
            if (groups.get(place).column().equals(column)) {
                return row -> texts.value(of, row);
            }
        }
        SessionMeasure measure = SessionMeasure.of(column).orElseThrow();
        return row -> measure.of(row.sums());
    }

    private Comparator<Row> others() {
        Comparator<Row> others = Comparator.comparing(row -> 0);
        for (int place = 1; place < keys.size(); place++) {
            others = others.thenComparing(comparing(keys.get(place), descending.get(place)));
        }
        return others;
    }

    /** What has no value comes last. */
    @SuppressWarnings("unchecked")
    private static <T> Comparator<T> comparing(Function<T, @Nullable Comparable<?>> key, boolean descending) {
        Comparator<Comparable<Object>> natural = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<@Nullable Comparable<Object>> nullsLast = Comparator.nullsLast(natural);
        return (left, right) -> nullsLast.compare(
                (@Nullable Comparable<Object>) key.apply(left), (@Nullable Comparable<Object>) key.apply(right));
    }
}
