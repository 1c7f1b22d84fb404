package com.sessionanalyzer.standalone.verify;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/** All insights, computed from the live records with plain collections, each by its formula, sharing nothing with the cube. */
final class ExpectedInsights {

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
    private static final Comparator<SessionRecord> FIRST_SEEN = Comparator.comparing(
                    (SessionRecord session) -> !session.customer().isOwn())
            .thenComparing(SessionRecord::createdAt)
            .thenComparing(SessionRecord::id);

    private final Collection<SessionRecord> records;
    private final Map<String, String> displayNames;

    private ExpectedInsights(Collection<SessionRecord> records) {
        this.records = records;
        this.displayNames = records.stream()
                .collect(toMap(ExpectedInsights::customer, Function.identity(), BinaryOperator.minBy(FIRST_SEEN)))
                .entrySet()
                .stream()
                .collect(toMap(
                        Map.Entry::getKey, first -> first.getValue().customer().spelling()));
    }

    /** The keys and values that an answer must have. */
    static Map<String, Object> of(Collection<SessionRecord> records) {
        ExpectedInsights insights = new ExpectedInsights(records);
        Map<String, Object> expected = new LinkedHashMap<>();
        insights.totals(expected);
        insights.dimensions(expected);
        insights.customers(expected);
        insights.days(expected);
        return expected;
    }

    private void totals(Map<String, Object> expected) {
        expected.put("total_records", (long) records.size());
        expected.put("total_customers", (long) displayNames.size());
        expected.put(
                "total_sessions_reviewed",
                records.stream().mapToLong(SessionRecord::sessions).sum());
        expected.put("sessions_with_time_consumed", timed().count());
        expected.put("total_time_consumed_minutes", minutes(timed()));
        expected.put("total_time_consumed_hours", hours(minutes(timed())));
        expected.put("time_consumed_distribution", counts(timed(), SessionRecord::minutes));
    }

    private void dimensions(Map<String, Object> expected) {
        dimension(expected, "region", SessionRecord::region);
        dimension(expected, "source", SessionRecord::source);
        dimension(expected, "destination", SessionRecord::destination);
        expected.put(
                "routes",
                counts(records.stream(), session -> List.of(session.source(), session.destination()))
                        .entrySet()
                        .stream()
                        .map(route -> Map.of(
                                "source", route.getKey().get(0),
                                "destination", route.getKey().get(1),
                                "records", route.getValue()))
                        .toList());
    }

    private void dimension(Map<String, Object> expected, String name, Function<SessionRecord, String> value) {
        Map<String, Long> counts = counts(records.stream(), value);
        expected.put(name + "_distribution", counts);
        expected.put(name + "s_covered", (long) counts.size());
        Map<String, Long> customers = new TreeMap<>();
        records.stream()
                .collect(groupingBy(value, mapping(ExpectedInsights::customer, toSet())))
                .forEach((key, distinct) -> customers.put(key, (long) distinct.size()));
        expected.put("customers_by_" + name, customers);
    }

    private void customers(Map<String, Object> expected) {
        List<Map<String, Object>> duplicates = counts(records.stream(), ExpectedInsights::customer).entrySet().stream()
                .filter(customer -> customer.getValue() > 1)
                .map(customer -> Map.<String, Object>of(
                        "customer", display(customer.getKey()), "occurrences", customer.getValue()))
                .toList();
        expected.put("duplicate_customers", duplicates);
        expected.put("duplicate_customers_count", (long) duplicates.size());
        List<Map<String, Object>> combinations = counts(
                        records.stream(),
                        session -> List.of(customer(session), session.source(), session.destination()))
                .entrySet()
                .stream()
                .map(combination -> Map.<String, Object>of(
                        "customer", display(combination.getKey().get(0)),
                        "source", combination.getKey().get(1),
                        "destination", combination.getKey().get(2),
                        "count", combination.getValue()))
                .toList();
        expected.put("combinations", combinations);
        expected.put("combinations_count", (long) combinations.size());
    }

    private void days(Map<String, Object> expected) {
        expected.put(
                "uploads_by_date",
                new TreeMap<>(counts(records.stream(), SessionRecord::localDay))
                        .entrySet().stream()
                                .map(day -> Map.of("date", day.getKey().toString(), "count", day.getValue()))
                                .toList());
        Map<LocalDate, List<SessionRecord>> timedByDay =
                new TreeMap<>(timed().collect(groupingBy(SessionRecord::localDay)));
        expected.put(
                "daily_time_consumed",
                timedByDay.entrySet().stream()
                        .map(day -> daily(day.getKey(), day.getValue()))
                        .toList());
    }

    private static Map<String, Object> daily(LocalDate date, List<SessionRecord> timed) {
        long minutes = minutes(timed.stream());
        return Map.of(
                "date",
                date.toString(),
                "total_minutes",
                minutes,
                "session_count",
                (long) timed.size(),
                "hours",
                hours(minutes));
    }

    private Stream<SessionRecord> timed() {
        return records.stream().filter(session -> session.minutes() != null);
    }

    private String display(String customer) {
        return Objects.requireNonNull(displayNames.get(customer));
    }

    private static String customer(SessionRecord session) {
        return session.customer().key();
    }

    private static long minutes(Stream<SessionRecord> timed) {
        return timed.map(SessionRecord::minutes)
                .mapToLong(Objects::requireNonNull)
                .sum();
    }

    private static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, 2, RoundingMode.HALF_UP);
    }

    private static <K> Map<K, Long> counts(Stream<SessionRecord> sessions, Function<SessionRecord, K> of) {
        return sessions.collect(groupingBy(of, LinkedHashMap::new, counting()));
    }
}
