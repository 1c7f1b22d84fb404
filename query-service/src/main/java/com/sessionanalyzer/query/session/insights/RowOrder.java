package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.facts.FactSums;
import com.sessionanalyzer.query.facts.FactSums.Measure;
import com.sessionanalyzer.query.session.insights.Grouping.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The order of the rows of a query: as it says, then by all its groups, so that it is the same each time. What has no value
 * comes last.
 */
final class RowOrder implements Comparator<Row> {

    private final List<SessionGroup> groups;
    private final GroupTexts texts;
    private final List<Column> columns = new ArrayList<>();

    /** Values by which rows are ordered; those of the group at the place when there is no measure. */
    record Column(int place, @Nullable SessionMeasure measure, boolean descending) {

        private long directed(long key) {
            return descending && key != Long.MAX_VALUE ? -key : key;
        }
    }

    /** A row, and numbers of which a smaller one comes first whatever else there is. */
    private record Keyed(long first, long second, Row row) {

        private boolean isBefore(long otherFirst, long otherSecond) {
            return first < otherFirst || (first == otherFirst && second < otherSecond);
        }
    }

    RowOrder(InsightsQuery query, GroupTexts texts) {
        this.groups = query.groups();
        this.texts = texts;
        query.order().forEach(order -> columns.add(column(order.column(), order.descending())));
        for (int place = 0; place < groups.size(); place++) {
            columns.add(new Column(place, null, false));
        }
    }

    /** Whether all rows of a stretch of days come before those of the next one, or after them. */
    boolean isByTimeFirst() {
        Column first = columns.get(0);
        return first.measure() == null && groups.get(first.place()).isTime();
    }

    /** Of what the largest sums come first; empty when something else is first, which is not what facts add up to. */
    Optional<Measure> largestBy() {
        Column first = columns.get(0);
        return first.measure() != null && first.descending() ? first.measure().sum() : Optional.empty();
    }

    /** Whether the last ones come first. */
    boolean isDescending() {
        return columns.get(0).descending();
    }

    @Override
    public int compare(Row left, Row right) {
        int compared = 0;
        for (int number = 0; compared == 0 && number < columns.size(); number++) {
            compared = compare(columns.get(number), left, right);
        }
        return compared;
    }

    /** The first rows of all groups, in their order; of groups that cannot be among them no row is made. */
    List<Row> first(Grouping grouping, FactSums sums, int limit) {
        RowKeys first = keys(grouping, 0);
        RowKeys second = keys(grouping, 1);
        Comparator<Keyed> order = Comparator.comparingLong(Keyed::first)
                .thenComparingLong(Keyed::second)
                .thenComparing(Keyed::row, this);
        PriorityQueue<Keyed> kept = new PriorityQueue<>(order.reversed());
        for (int index = 0; index < sums.size(); index++) {
            long key = first.of(sums, index);
            Keyed last = kept.size() < limit ? null : kept.element();
            if (last == null || key <= last.first()) {
                long next = second.of(sums, index);
                if (last == null || !last.isBefore(key, next)) {
                    keep(kept, new Keyed(key, next, grouping.row(sums, index)), limit);
                }
            }
        }
        return kept.stream().sorted(order).map(Keyed::row).toList();
    }

    private static void keep(PriorityQueue<Keyed> kept, Keyed keyed, int limit) {
        kept.add(keyed);
        if (kept.size() > limit) {
            kept.remove();
        }
    }

    private Column column(String name, boolean descending) {
        for (int place = 0; place < groups.size(); place++) {
            if (groups.get(place).column().equals(name)) {
                return new Column(place, null, descending);
            }
        }
        return new Column(-1, SessionMeasure.of(name).orElseThrow(), descending);
    }

    /** The texts of all customers are ordered only where there is no other way to tell which rows come first. */
    private RowKeys keys(Grouping grouping, int number) {
        if (number >= columns.size()) {
            return RowKeys.NONE;
        }
        Column column = columns.get(number);
        SessionMeasure measure = column.measure();
        if (measure != null) {
            return measure == SessionMeasure.RECORDS
                    ? (sums, index) -> column.directed(sums.sum(Measure.RECORDS, index))
                    : (sums, index) -> column.directed(measure.rank(grouping.sumsOf(sums, index)));
        }
        int place = column.place();
        SessionGroup group = groups.get(place);
        if (group.isTime()) {
            return (sums, index) -> column.directed(grouping.code(sums.group(index), place));
        }
        if (group == SessionGroup.MINUTES) {
            return (sums, index) -> column.directed(minutes(grouping.code(sums.group(index), place)));
        }
        if (group == SessionGroup.CUSTOMER && number > 0) {
            return RowKeys.NONE;
        }
        int[] ranks = RowKeys.ranks(grouping.valuesOf(place), code -> texts.text(place, code));
        return (sums, index) -> column.directed(ranks[grouping.code(sums.group(index), place)]);
    }

    private int compare(Column column, Row left, Row right) {
        SessionMeasure measure = column.measure();
        if (measure != null) {
            return Long.compare(
                    column.directed(measure.rank(left.sums())), column.directed(measure.rank(right.sums())));
        }
        int place = column.place();
        int leftCode = left.code(place);
        int rightCode = right.code(place);
        if (groups.get(place).isTime()) {
            return Long.compare(column.directed(leftCode), column.directed(rightCode));
        }
        if (groups.get(place) == SessionGroup.MINUTES) {
            return Long.compare(column.directed(minutes(leftCode)), column.directed(minutes(rightCode)));
        }
        int compared = leftCode == rightCode ? 0 : texts.text(place, leftCode).compareTo(texts.text(place, rightCode));
        return column.descending() ? -compared : compared;
    }

    private static long minutes(int code) {
        return code == 0 ? Long.MAX_VALUE : code;
    }
}
