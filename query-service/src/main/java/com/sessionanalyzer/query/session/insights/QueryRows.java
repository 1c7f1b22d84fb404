package com.sessionanalyzer.query.session.insights;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.query.facts.FactSums;
import com.sessionanalyzer.query.facts.FactTable;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.insights.Grouping.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a query.
 *
 * @param shown  in their order, at most as many as are asked for
 * @param groups how many there are without a limit
 * @param whole  what all of them add up to
 */
record QueryRows(List<Row> shown, int groups, SessionSums whole) {

    static QueryRows of(InsightsQuery query, FactTable facts, Window window, Grain grain, GroupTexts texts) {
        Grouping grouping = new Grouping(facts, query.asked().filter(), window, grain, query.groups());
        RowOrder order = new RowOrder(query, texts);
        boolean distinct = query.measures().contains(SessionMeasure.CUSTOMERS);
        if (isWithEmptyRows(query)) {
            return complete(query, window, grain, grouping, order);
        }
        FactSums sums = sums(grouping, order, distinct, query.limit());
        SessionSums whole = sums.isWhole()
                ? whole(grouping, sums, distinct)
                : Series.whole(facts, query.asked().filter(), window, distinct);
        return new QueryRows(order.first(grouping, sums, query.limit()), Math.toIntExact(sums.groups()), whole);
    }

    private static FactSums sums(Grouping grouping, RowOrder order, boolean distinct, int limit) {
        if (order.isByTimeFirst()) {
            return grouping.sums(distinct, limit, order.isDescending());
        }
        return order.largestBy()
                .map(measure -> grouping.largest(distinct, measure, limit))
                .orElseGet(() -> grouping.sums(distinct));
    }

    /** What all groups add up to, when that is known; customers do not add up, but the groups say who they are. */
    private static SessionSums whole(Grouping grouping, FactSums sums, boolean distinct) {
        return SessionSums.of(sums).withCustomers(distinct ? grouping.customers(sums) : 0);
    }

    /** Without groups there is one row, and of stretches of days alone each is there. */
    private static boolean isWithEmptyRows(InsightsQuery query) {
        List<SessionGroup> groups = query.groups();
        return groups.isEmpty() || (groups.size() == 1 && groups.get(0).isTime());
    }

    private static QueryRows complete(
            InsightsQuery query, Window window, Grain grain, Grouping grouping, RowOrder order) {
        boolean distinct = query.measures().contains(SessionMeasure.CUSTOMERS);
        FactSums sums = grouping.sums(distinct);
        List<Row> rows = new ArrayList<>(grouping.rows(sums));
        complete(rows, query, window, grain);
        List<Row> shown = rows.stream().sorted(order).limit(query.limit()).toList();
        return new QueryRows(shown, rows.size(), whole(grouping, sums, distinct));
    }

    /** Adds what is there without records: each stretch of days, when they are cut into days alone, and the whole. */
    static void complete(List<Row> rows, InsightsQuery query, Window window, Grain grain) {
        if (query.groups().size() == 1 && query.groups().get(0).isTime()) {
            fill(rows, window.count(requireNonNull(query.groups().get(0).grain(grain))));
        }
        if (query.groups().isEmpty() && rows.isEmpty()) {
            rows.add(new Row(new int[0], SessionSums.NOTHING));
        }
    }

    private static void fill(List<Row> rows, long buckets) {
        boolean[] known = new boolean[Math.toIntExact(buckets)];
        rows.forEach(row -> known[row.code(0)] = true);
        for (int bucket = 0; bucket < known.length; bucket++) {
            if (!known[bucket]) {
                rows.add(new Row(new int[] {bucket}, SessionSums.NOTHING));
            }
        }
    }
}
