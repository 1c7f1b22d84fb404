package com.sessionanalyzer.query.session.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of what comes after a place, in SQL that an index can answer from its first row on: rows that are equal in some
 * terms and beyond in the next. The stretches of a place, one after the other, are all the rows after it.
 *
 * @param leading what may be asked for value by value; null when the order says that it is the upload, or nothing
 */
record RowStretch(
        String condition,
        String order,
        Map<String, Object> parameters,
        @Nullable LeadingTerm leading) {

    /** Nearest first. */
    static List<RowStretch> after(RowPlace place) {
        List<RowTerm> terms = place.order().terms();
        List<RowStretch> stretches = new ArrayList<>();
        if (place.isEdge()) {
            addAll(stretches, new Builder(place, terms, 0));
        } else {
            for (int level = terms.size() - 1; level >= 0; level--) {
                addBeyond(stretches, new Builder(place, terms, level));
            }
        }
        return stretches;
    }

    private static void addAll(List<RowStretch> stretches, Builder builder) {
        if (!builder.term().isNullable()) {
            stretches.add(builder.all());
            return;
        }
        List<RowStretch> both = List.of(builder.withValue(), builder.withoutValue());
        stretches.add(both.get(builder.backward() ? 1 : 0));
        stretches.add(both.get(builder.backward() ? 0 : 1));
    }

    private static void addBeyond(List<RowStretch> stretches, Builder builder) {
        if (builder.value() != null) {
            stretches.add(builder.beyond());
        }
        if (!builder.term().isNullable()) {
            return;
        }
        if (builder.value() == null && builder.backward()) {
            stretches.add(builder.withValue());
        }
        if (builder.value() != null && !builder.backward()) {
            stretches.add(builder.withoutValue());
        }
    }

    /** Makes stretches that are equal in all terms before one. */
    private record Builder(RowPlace place, List<RowTerm> terms, int level) {

        RowTerm term() {
            return terms.get(level);
        }

        boolean backward() {
            return place.backward();
        }

        @Nullable
        String value() {
            return place.values().get(level);
        }

        RowStretch beyond() {
            String condition = term().sql() + term().afterSql(backward()) + term().valueSql(name(level));
            return where(condition, term().orderSql(backward()), level + 1);
        }

        RowStretch all() {
            return where("true", term().orderSql(backward()), 0);
        }

        RowStretch withValue() {
            return where(term().sql() + " is not null", term().orderSql(backward()), level);
        }

        RowStretch withoutValue() {
            return where(term().sql() + " is null", "", level);
        }

        private RowStretch where(String condition, String order, int values) {
            Map<String, Object> parameters = new HashMap<>();
            List<String> conditions = new ArrayList<>();
            for (int i = 0; i < values; i++) {
                String value = place.values().get(i);
                if (value != null) {
                    parameters.put(name(i), value);
                }
                if (i < level) {
                    conditions.add(equal(terms.get(i), i, value));
                }
            }
            conditions.add(condition);
            return new RowStretch(
                    String.join(" and ", conditions), order(order), parameters, order.isEmpty() ? null : leading());
        }

        /** An order that begins with the upload is that of an index. */
        private @Nullable LeadingTerm leading() {
            return level > 0 || place.order().first().sort() == SessionSort.UPLOADED_AT
                    ? null
                    : new LeadingTerm(term(), backward(), order(""));
        }

        private String order(String own) {
            return Stream.concat(
                            own.isEmpty() ? Stream.empty() : Stream.of(own),
                            terms.subList(level + 1, terms.size()).stream()
                                    .map(term -> term.orderWithNullsSql(backward())))
                    .collect(Collectors.joining(", "));
        }

        private static String equal(RowTerm term, int level, @Nullable String value) {
            return value == null ? term.sql() + " is null" : term.sql() + " = " + term.valueSql(name(level));
        }

        private static String name(int level) {
            return "place" + level;
        }
    }
}
