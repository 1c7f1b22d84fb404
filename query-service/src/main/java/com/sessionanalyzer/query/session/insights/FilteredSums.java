package com.sessionanalyzer.query.session.insights;

import static com.sessionanalyzer.query.session.insights.SessionGroup.CUSTOMER;
import static com.sessionanalyzer.query.session.insights.SessionGroup.DAY;
import static com.sessionanalyzer.query.session.insights.SessionGroup.DESTINATION;
import static com.sessionanalyzer.query.session.insights.SessionGroup.MINUTES;
import static com.sessionanalyzer.query.session.insights.SessionGroup.REGION;
import static com.sessionanalyzer.query.session.insights.SessionGroup.SOURCE;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;
import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.query.cube.Ranking;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.Insights.Combination;
import com.sessionanalyzer.query.session.Insights.DailyTime;
import com.sessionanalyzer.query.session.Insights.Duplicate;
import com.sessionanalyzer.query.session.Insights.Route;
import com.sessionanalyzer.query.session.Insights.UploadsOnDate;
import com.sessionanalyzer.query.session.SessionSnapshot;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.insights.Grouping.Row;
import com.sessionanalyzer.schema.OrganizationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Works out the numbers of filtered records from their facts, one grouping after the other, with complete lists. */
final class FilteredSums {

    private final SessionSnapshot snapshot;
    private final SessionFilter filter;
    private final Window window;
    private final int listLimit;

    /**
     * @param listLimit how many duplicates and combinations will be shown at most; 0 for all
     */
    FilteredSums(SessionSnapshot snapshot, SessionFilter filter, Window window, int listLimit) {
        this.snapshot = snapshot;
        this.filter = filter;
        this.window = window;
        this.listLimit = listLimit;
    }

    Insights insights(OrganizationId organization, SessionSums whole) {
        List<Row> days = rows(false, DAY);
        days.sort(comparingInt(day -> day.code(0)));
        List<Row> customers = rows(false, CUSTOMER);
        List<Row> regions = rows(true, REGION);
        List<Row> sources = rows(true, SOURCE);
        List<Row> destinations = rows(true, DESTINATION);
        List<Row> repeated = customers.stream()
                .filter(customer -> customer.sums().records() > 1)
                .toList();
        List<Row> combinations = rows(false, CUSTOMER, SOURCE, DESTINATION);
        Instant asOf = snapshot.asOf();
        return new Insights(
                organization.value(),
                snapshot.version(),
                snapshot.position(),
                asOf == null ? Instant.EPOCH : asOf,
                whole.sessions(),
                whole.customers(),
                whole.records(),
                duplicates(repeated),
                repeated.size(),
                distribution(REGION, regions, SessionSums::records),
                distribution(SOURCE, sources, SessionSums::records),
                distribution(DESTINATION, destinations, SessionSums::records),
                regions.size(),
                sources.size(),
                destinations.size(),
                distribution(REGION, regions, SessionSums::customers),
                distribution(SOURCE, sources, SessionSums::customers),
                distribution(DESTINATION, destinations, SessionSums::customers),
                combinations(combinations),
                combinations.size(),
                routes(),
                uploads(days),
                whole.timedRecords(),
                minutes(),
                dailyTime(days),
                whole.minutes(),
                hours(whole));
    }

    private List<Row> rows(boolean distinct, SessionGroup... groups) {
        return new Grouping(snapshot.facts(), filter, window, Grain.DAY, List.of(groups)).rows(distinct);
    }

    private Map<String, Long> distribution(SessionGroup group, List<Row> rows, ToLongFunction<SessionSums> measure) {
        Map<String, Long> sums = new HashMap<>();
        rows.forEach(row -> sums.put(text(group, row.code(0)), measure.applyAsLong(row.sums())));
        return Ranking.of(sums);
    }

    private List<Duplicate> duplicates(List<Row> repeated) {
        return leading(repeated)
                .map(customer -> new Duplicate(
                        customer(customer.code(0)), customer.sums().records()))
                .sorted(comparingLong(Duplicate::occurrences).reversed().thenComparing(Duplicate::customer))
                .toList();
    }

    private List<Combination> combinations(List<Row> rows) {
        return leading(rows)
                .map(row -> new Combination(
                        customer(row.code(0)),
                        text(SOURCE, row.code(1)),
                        text(DESTINATION, row.code(2)),
                        row.sums().records()))
                .sorted(comparingLong(Combination::count)
                        .reversed()
                        .thenComparing(Combination::customer)
                        .thenComparing(Combination::source)
                        .thenComparing(Combination::destination))
                .toList();
    }

    /** The rows that can be among the first when they are listed: no text is made of the many that cannot. */
    private Stream<Row> leading(List<Row> rows) {
        if (listLimit == 0 || rows.size() <= listLimit) {
            return rows.stream();
        }
        long[] counts =
                rows.stream().mapToLong(row -> row.sums().records()).sorted().toArray();
        long last = counts[counts.length - listLimit];
        return rows.stream().filter(row -> row.sums().records() >= last);
    }

    private List<Route> routes() {
        return rows(false, SOURCE, DESTINATION).stream()
                .map(row -> new Route(
                        text(SOURCE, row.code(0)),
                        text(DESTINATION, row.code(1)),
                        row.sums().records()))
                .sorted(comparingLong(Route::records)
                        .reversed()
                        .thenComparing(Route::source)
                        .thenComparing(Route::destination))
                .toList();
    }

    private List<UploadsOnDate> uploads(List<Row> days) {
        return days.stream()
                .map(day -> new UploadsOnDate(day(day), day.sums().records()))
                .toList();
    }

    private List<DailyTime> dailyTime(List<Row> days) {
        return days.stream()
                .filter(day -> day.sums().timedRecords() > 0)
                .map(day ->
                        new DailyTime(day(day), day.sums().minutes(), day.sums().timedRecords(), hours(day.sums())))
                .toList();
    }

    private SortedMap<Integer, Long> minutes() {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        rows(false, MINUTES).stream()
                .filter(row -> row.code(0) > 0)
                .forEach(row -> counts.put(row.code(0), row.sums().records()));
        return counts;
    }

    private LocalDate day(Row day) {
        return window.start().plusDays(day.code(0));
    }

    private String text(SessionGroup group, int code) {
        return snapshot.facts().dictionary(group.dimension()).text(code);
    }

    private String customer(int code) {
        return snapshot.names().of(snapshot.facts().subjects().text(code));
    }

    private static BigDecimal hours(SessionSums sums) {
        return requireNonNull(SessionMeasure.HOURS.of(sums));
    }
}
