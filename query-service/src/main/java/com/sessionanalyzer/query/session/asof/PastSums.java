package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.cube.Ranking;
import com.sessionanalyzer.query.session.Insights.DailyTime;
import com.sessionanalyzer.query.session.Insights.Route;
import com.sessionanalyzer.query.session.Insights.UploadsOnDate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Gathers the rows of {@link PastInsightsSql}, one kind after the other. */
final class PastSums {

    final Map<String, Long> totals = new HashMap<>();
    final Map<String, Map<String, Long>> distributions = new HashMap<>();
    final Map<String, Map<String, Long>> customersBy = new HashMap<>();
    final List<Route> routes = new ArrayList<>();
    final SortedMap<LocalDate, Day> days = new TreeMap<>();
    final SortedMap<Integer, Long> histogram = new TreeMap<>();
    final List<Count> duplicates = new ArrayList<>();
    final List<Count> combinations = new ArrayList<>();

    /** Sums of a local day. */
    record Day(long records, long timed, long minutes) {}

    /** Records of a customer, or of one between a source and a destination. */
    record Count(String customer, String source, String destination, long records) {}

    void add(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        long count = row.getLong("records");
        switch (kind) {
            case "total" -> {
                totals.put("records", count);
                totals.put("sessions", row.getLong("sessions"));
                totals.put("timed", row.getLong("timed"));
                totals.put("minutes", row.getLong("minutes"));
            }
            case "customers", "repeated", "combined" -> totals.put(kind, count);
            case "region", "source", "destination" -> put(distributions, kind, row.getString("one"), count);
            case "by_region", "by_source", "by_destination" -> put(customersBy, kind, row.getString("one"), count);
            case "route" -> routes.add(new Route(row.getString("one"), row.getString("other"), count));
            case "day" ->
                days.put(
                        row.getObject("day", LocalDate.class),
                        new Day(count, row.getLong("timed"), row.getLong("minutes")));
            case "minutes" -> histogram.put(row.getInt("value"), count);
            case "duplicate" -> duplicates.add(new Count(row.getString("customer"), "", "", count));
            case "combination" ->
                combinations.add(
                        new Count(row.getString("customer"), row.getString("one"), row.getString("other"), count));
            default -> throw new IllegalStateException("no kind of sums: " + kind);
        }
    }

    long total(String name) {
        return totals.getOrDefault(name, 0L);
    }

    Map<String, Long> records(String dimension) {
        return Ranking.of(distributions.getOrDefault(dimension, Map.of()));
    }

    Map<String, Long> customers(String dimension) {
        return Ranking.of(customersBy.getOrDefault("by_" + dimension, Map.of()));
    }

    List<UploadsOnDate> uploads() {
        return listed((date, day) -> new UploadsOnDate(date, day.records()), day -> true);
    }

    List<DailyTime> dailyTime() {
        return listed(
                (date, day) -> new DailyTime(date, day.minutes(), day.timed(), hours(day.minutes())),
                day -> day.timed() > 0);
    }

    static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    private <T> List<T> listed(BiFunction<LocalDate, Day, T> form, Predicate<Day> shown) {
        return days.entrySet().stream()
                .filter(day -> shown.test(day.getValue()))
                .map(day -> form.apply(day.getKey(), day.getValue()))
                .toList();
    }

    private static void put(Map<String, Map<String, Long>> all, String kind, String name, long count) {
        all.computeIfAbsent(kind, missing -> new HashMap<>()).put(name, count);
    }
}
