package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.benchmarks.PlainRecords.Plain;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.filter.HighlightChoices;
import com.sessionanalyzer.query.session.insights.QueryAnswer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Answers questions by looking at each record, and holds what somebody else answered against it. */
final class PlainAnswers {

    private final PlainRecords records;

    PlainAnswers(PlainRecords records) {
        this.records = records;
    }

    /** What the records of one group add up to. */
    private static final class Sums {

        private final Set<String> customers = new HashSet<>();
        private long records;
        private long sessions;

        private void add(Plain plain) {
            customers.add(plain.customer());
            records++;
            sessions += plain.sessions();
        }
    }

    /**
     * Compares the rows that are shown, and how many there are.
     *
     * @throws IllegalStateException when they differ
     */
    void check(Question question, QueryAnswer answer) {
        Window window = Window.of(answer.period().from(), answer.period().to());
        Map<List<String>, Sums> groups = new HashMap<>();
        for (int row = 0; row < records.size(); row++) {
            if (records.isThere(row)) {
                Plain plain = records.get(row);
                if (isMeant(question, window, plain)) {
                    groups.computeIfAbsent(key(question, plain), missing -> new Sums())
                            .add(plain);
                }
            }
        }
        for (Map<String, ?> row : answer.rows()) {
            compare(question, row, groups);
        }
        boolean isFilled = question.groups().size() == 1
                && Grain.of(question.groups().get(0)).isPresent();
        if (!isFilled && groups.size() != answer.groups()) {
            throw new IllegalStateException(question + " has " + groups.size() + " groups, not " + answer.groups());
        }
    }

    private static void compare(Question question, Map<String, ?> row, Map<List<String>, Sums> groups) {
        List<String> key = question.groups().stream()
                .map(group -> Objects.toString(row.get(group)))
                .toList();
        Sums sums = groups.getOrDefault(key, new Sums());
        boolean isEqual = number(row, "records") == sums.records
                && (question.isOfCustomers()
                        ? number(row, Question.CUSTOMERS) == sums.customers.size()
                        : number(row, "sessions") == sums.sessions);
        if (!isEqual) {
            throw new IllegalStateException(question + " is answered with " + row + ", and there are " + sums.records
                    + " records of " + sums.customers.size() + " customers with " + sums.sessions + " sessions");
        }
    }

    private static long number(Map<String, ?> row, String column) {
        return row.get(column) instanceof BigDecimal number ? number.longValueExact() : -1;
    }

    private static List<String> key(Question question, Plain plain) {
        List<String> key = new ArrayList<>();
        for (String group : question.groups()) {
            key.add(
                    switch (group) {
                        case "region" -> plain.region();
                        case "source" -> plain.source();
                        case "destination" -> plain.destination();
                        case "customer" -> plain.customer();
                        case "highlight" -> HighlightChoices.ofNumber(plain.label());
                        default ->
                            Grain.of(group)
                                    .orElseThrow()
                                    .startOf(LocalDate.ofEpochDay(plain.day()))
                                    .toString();
                    });
        }
        return key;
    }

    private static boolean isMeant(Question question, Window window, Plain plain) {
        return window.contains(LocalDate.ofEpochDay(plain.day()))
                && isOneOf(question, "region", plain.region())
                && isOneOf(question, "source", plain.source())
                && isOneOf(question, "destination", plain.destination())
                && isOneOf(question, "customer", plain.customer())
                && (isOneOf(question, "highlight", HighlightChoices.ofNumber(plain.label()))
                        || (plain.label() > 0 && isOneOf(question, "highlight", HighlightChoices.ANY)))
                && isOneOf(question, "has_time", String.valueOf(plain.minutes() > 0))
                && plain.minutes() >= limit(question, "minutes_min", 0)
                && plain.minutes() <= limit(question, "minutes_max", Integer.MAX_VALUE);
    }

    private static boolean isOneOf(Question question, String name, String value) {
        List<String> values = question.filter().get(name);
        return values == null || values.contains(value);
    }

    private static int limit(Question question, String name, int otherwise) {
        List<String> values = question.filter().get(name);
        return values == null ? otherwise : Integer.parseInt(values.get(0));
    }
}
