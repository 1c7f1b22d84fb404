package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;

/**
 * All insights, computed from the live records with plain collections, each by its formula, sharing nothing with the cube. Records
 * are added one by one and not kept, so the memory this takes is that of what the insights list.
 */
final class ExpectedInsights {

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    private final Dimension regions = new Dimension("region");
    private final Dimension sources = new Dimension("source");
    private final Dimension destinations = new Dimension("destination");
    private final Map<Route, Long> routes = new HashMap<>();
    private final Map<String, Long> customers = new HashMap<>();
    private final Map<String, FirstSeen> firstSeen = new HashMap<>();
    private final Map<Combination, Long> combinations = new HashMap<>();
    private final Map<Integer, Long> durations = new HashMap<>();
    private final Map<LocalDate, Long> days = new TreeMap<>();
    private final Map<LocalDate, Timed> timedDays = new TreeMap<>();
    private long records;
    private long sessions;

    private record Route(String source, String destination) {}

    private record Combination(String customer, Route route) {}

    /** Sum of those records that say how many minutes. */
    private record Timed(long records, long minutes) {

        static final Timed NONE = new Timed(0, 0);

        Timed plus(Timed other) {
            return new Timed(records + other.records, minutes + other.minutes);
        }
    }

    /** Which spelling of a customer is shown: that of its own first record, a merged one's only when there is no other. */
    private record FirstSeen(boolean merged, Instant createdAt, UUID id, String spelling) {

        static final Comparator<FirstSeen> ORDER = Comparator.comparing(FirstSeen::merged)
                .thenComparing(FirstSeen::createdAt)
                .thenComparing(FirstSeen::id);

        static FirstSeen of(SessionRecord session) {
            return new FirstSeen(
                    !session.customer().isOwn(),
                    session.createdAt(),
                    session.id(),
                    session.customer().spelling());
        }
    }

    void add(SessionRecord session) {
        String customer = session.customer().key();
        Route route = new Route(session.source(), session.destination());
        records++;
        sessions += session.sessions();
        regions.add(session.region(), customer);
        sources.add(session.source(), customer);
        destinations.add(session.destination(), customer);
        count(routes, route);
        count(customers, customer);
        count(combinations, new Combination(customer, route));
        count(days, session.localDay());
        firstSeen.merge(customer, FirstSeen.of(session), BinaryOperator.minBy(FirstSeen.ORDER));
        Integer minutes = session.minutes();
        if (minutes != null) {
            count(durations, minutes);
            timedDays.merge(session.localDay(), new Timed(1, minutes), Timed::plus);
        }
    }

    /** How many records were added. */
    long records() {
        return records;
    }

    /** The keys and values that an answer must have. */
    Map<String, Object> values() {
        Map<String, Object> expected = new LinkedHashMap<>();
        totals(expected);
        List.of(regions, sources, destinations).forEach(dimension -> dimension.values(expected));
        expected.put("routes", list(routes, ExpectedInsights::route));
        customers(expected);
        expected.put("uploads_by_date", list(days, ExpectedInsights::day));
        expected.put("daily_time_consumed", list(timedDays, ExpectedInsights::timedDay));
        return expected;
    }

    private void totals(Map<String, Object> expected) {
        Timed timed = timedDays.values().stream().reduce(Timed.NONE, Timed::plus);
        expected.put("total_records", records);
        expected.put("total_customers", (long) customers.size());
        expected.put("total_sessions_reviewed", sessions);
        expected.put("sessions_with_time_consumed", timed.records());
        expected.put("total_time_consumed_minutes", timed.minutes());
        expected.put("total_time_consumed_hours", hours(timed.minutes()));
        expected.put("time_consumed_distribution", durations);
    }

    private void customers(Map<String, Object> expected) {
        Map<String, Long> repeated = new HashMap<>(customers);
        repeated.values().removeIf(occurrences -> occurrences == 1);
        expected.put("duplicate_customers", list(repeated, this::duplicate));
        expected.put("duplicate_customers_count", (long) repeated.size());
        expected.put("combinations", list(combinations, this::combination));
        expected.put("combinations_count", (long) combinations.size());
    }

    private static Map<String, Object> route(Route route, long records) {
        return Map.of("source", route.source(), "destination", route.destination(), "records", records);
    }

    private Map<String, Object> duplicate(String customer, long occurrences) {
        return Map.of("customer", display(customer), "occurrences", occurrences);
    }

    private Map<String, Object> combination(Combination combination, long records) {
        return Map.of(
                "customer", display(combination.customer()),
                "source", combination.route().source(),
                "destination", combination.route().destination(),
                "count", records);
    }

    private static Map<String, Object> day(LocalDate date, long records) {
        return Map.of("date", date.toString(), "count", records);
    }

    private static Map<String, Object> timedDay(LocalDate date, Timed timed) {
        return Map.of(
                "date",
                date.toString(),
                "total_minutes",
                timed.minutes(),
                "session_count",
                timed.records(),
                "hours",
                hours(timed.minutes()));
    }

    private String display(String customer) {
        return Objects.requireNonNull(firstSeen.get(customer)).spelling();
    }

    private static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, 2, RoundingMode.HALF_UP);
    }

    private static <K> void count(Map<K, Long> counts, K key) {
        counts.merge(key, 1L, Long::sum);
    }

    private static <K, V> List<Map<String, Object>> list(Map<K, V> entries, Element<K, V> element) {
        List<Map<String, Object>> list = new ArrayList<>();
        entries.forEach((key, value) -> list.add(element.of(key, value)));
        return list;
    }

    /** Makes an element of a list. */
    private interface Element<K, V> {

        Map<String, Object> of(K key, V value);
    }

    /** Records and distinct customers of each value. */
    private static final class Dimension {

        private final String name;
        private final Map<String, Long> records = new HashMap<>();
        private final Map<String, Set<String>> customers = new HashMap<>();

        private Dimension(String name) {
            this.name = name;
        }

        private void add(String value, String customer) {
            count(records, value);
            customers.computeIfAbsent(value, first -> new HashSet<>()).add(customer);
        }

        private void values(Map<String, Object> expected) {
            Map<String, Long> distinct = new HashMap<>();
            customers.forEach((value, of) -> distinct.put(value, (long) of.size()));
            expected.put(name + "_distribution", records);
            expected.put(name + "s_covered", (long) records.size());
            expected.put("customers_by_" + name, distinct);
        }
    }
}
