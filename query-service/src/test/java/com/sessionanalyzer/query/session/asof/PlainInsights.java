package com.sessionanalyzer.query.session.asof;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.sessionanalyzer.query.cube.Ranking;
import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.Insights.Combination;
import com.sessionanalyzer.query.session.Insights.DailyTime;
import com.sessionanalyzer.query.session.Insights.Duplicate;
import com.sessionanalyzer.query.session.Insights.Route;
import com.sessionanalyzer.query.session.Insights.UploadsOnDate;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Insights of some records, worked out by looking at each of them. */
final class PlainInsights {

    private final Collection<SessionRecord> all;
    private final List<SessionRecord> meant;

    private PlainInsights(Collection<SessionRecord> all, Predicate<SessionRecord> filter) {
        this.all = all;
        this.meant = all.stream().filter(filter).toList();
    }

    static Insights of(Collection<SessionRecord> all, Predicate<SessionRecord> filter, Position position, Instant at) {
        return new PlainInsights(all, filter).insights(position, at);
    }

    private Insights insights(Position position, Instant at) {
        Map<String, Long> customers = by(record -> record.customer().key());
        Map<String, Long> regions = by(SessionRecord::region);
        Map<String, Long> sources = by(SessionRecord::source);
        Map<String, Long> destinations = by(SessionRecord::destination);
        List<Combination> combinations = combinations();
        List<Duplicate> duplicates = customers.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> new Duplicate(name(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingLong(Duplicate::occurrences)
                        .reversed()
                        .thenComparing(Duplicate::customer))
                .toList();
        return new Insights(
                "past",
                0,
                position,
                at,
                meant.stream().mapToLong(SessionRecord::sessions).sum(),
                customers.size(),
                meant.size(),
                duplicates,
                duplicates.size(),
                regions,
                sources,
                destinations,
                regions.size(),
                sources.size(),
                destinations.size(),
                customersBy(SessionRecord::region),
                customersBy(SessionRecord::source),
                customersBy(SessionRecord::destination),
                combinations,
                combinations.size(),
                by(record -> new Pair(record.source(), record.destination())).entrySet().stream()
                        .map(pair ->
                                new Route(pair.getKey().one(), pair.getKey().other(), pair.getValue()))
                        .toList(),
                new TreeMap<>(meant.stream().collect(groupingBy(SessionRecord::localDay, counting())))
                        .entrySet().stream()
                                .map(day -> new UploadsOnDate(day.getKey(), day.getValue()))
                                .toList(),
                timed().size(),
                new TreeMap<>(timed().stream()
                        .collect(groupingBy(record -> Objects.requireNonNull(record.minutes()), counting()))),
                dailyTime(),
                minutes(timed()),
                hours(minutes(timed())));
    }

    private List<Combination> combinations() {
        List<Combination> combinations = new ArrayList<>();
        meant.stream()
                .collect(groupingBy(
                        record -> List.of(record.customer().key(), record.source(), record.destination()), counting()))
                .forEach((way, count) ->
                        combinations.add(new Combination(name(way.get(0)), way.get(1), way.get(2), count)));
        combinations.sort(Comparator.comparingLong(Combination::count)
                .reversed()
                .thenComparing(Combination::customer)
                .thenComparing(Combination::source)
                .thenComparing(Combination::destination));
        return combinations;
    }

    private List<DailyTime> dailyTime() {
        Map<LocalDate, List<SessionRecord>> days =
                new TreeMap<>(timed().stream().collect(groupingBy(SessionRecord::localDay)));
        return days.entrySet().stream()
                .map(day -> new DailyTime(
                        day.getKey(), minutes(day.getValue()), day.getValue().size(), hours(minutes(day.getValue()))))
                .toList();
    }

    private List<SessionRecord> timed() {
        return meant.stream().filter(record -> record.minutes() != null).toList();
    }

    private static long minutes(List<SessionRecord> records) {
        return records.stream()
                .mapToLong(record -> Objects.requireNonNull(record.minutes()))
                .sum();
    }

    private static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    private <K extends Comparable<K>> Map<K, Long> by(Function<SessionRecord, K> key) {
        return Ranking.of(meant.stream().collect(groupingBy(key, counting())));
    }

    private Map<String, Long> customersBy(Function<SessionRecord, String> key) {
        return Ranking.of(meant.stream()
                .collect(groupingBy(key, mapping(record -> record.customer().key(), collectingAndThen(toSet(), keys ->
                        (long) keys.size())))));
    }

    private String name(String customerKey) {
        return all.stream()
                .filter(record -> record.customer().key().equals(customerKey))
                .min(Comparator.comparing(SessionRecord::createdAt).thenComparing(SessionRecord::id))
                .orElseThrow()
                .customer()
                .spelling();
    }

    /** A source and a destination. */
    private record Pair(String one, String other) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair pair) {
            return Comparator.comparing(Pair::one).thenComparing(Pair::other).compare(this, pair);
        }
    }
}
