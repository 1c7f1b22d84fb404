package com.sessionanalyzer.query.session.insights;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.asof.PastRows;
import com.sessionanalyzer.query.session.insights.InsightsQuery.RowOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statements that group the records that were there at a moment: a row per group with its sums. A stretch of days is the
 * number of its bucket.
 *
 * @param distinct whether customers are counted
 */
record PastGroupsSql(List<SessionGroup> groups, Window window, Grain grain, boolean distinct) {

    static final String COUNT = "groups";

    static String column(int place) {
        return "group" + place;
    }

    static boolean isNumber(SessionGroup group) {
        return group.isTime() || group == SessionGroup.MINUTES;
    }

    /** All groups, in no order. */
    String all(PastRows past) {
        return "select grouped.*, count(*) over () as " + COUNT + " from (" + grouped(past) + ") grouped";
    }

    /** Those that a query shows, and no more than can be kept in mind. */
    String leading(PastRows past, InsightsQuery query) {
        String order = order(query);
        return all(past) + (order.isEmpty() ? "" : " order by " + order) + " limit "
                + (isSeries() ? window.count(requireNonNull(groups.get(0).grain(grain))) : query.limit());
    }

    /** Whether it is cut into days alone, so that there is a row for each. */
    boolean isSeries() {
        return groups.size() == 1 && groups.get(0).isTime();
    }

    private String grouped(PastRows past) {
        StringBuilder columns = new StringBuilder();
        for (int place = 0; place < groups.size(); place++) {
            columns.append(value(groups.get(place)))
                    .append(" as ")
                    .append(column(place))
                    .append(", ");
        }
        String by = IntStream.rangeClosed(1, groups.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return "select " + columns + "count(*) as records, coalesce(sum(sessions), 0) as sessions, "
                + (distinct ? "count(distinct customer_key)" : "0")
                + " as customers, count(minutes) as timed_records, coalesce(sum(minutes), 0) as minutes,"
                + " count(highlight_type) as highlights from " + past.sql() + (by.isEmpty() ? "" : " group by " + by);
    }

    private String value(SessionGroup group) {
        return switch (group) {
            case BUCKET, DAY, WEEK, MONTH -> bucket(requireNonNull(group.grain(grain)));
            case CUSTOMER -> "customer_key";
            case HIGHLIGHT -> "coalesce(highlight_type, 'none')";
            case REGION, SOURCE, DESTINATION, MINUTES -> group.code();
        };
    }

    private String bucket(Grain of) {
        LocalDate first = window.buckets(of).get(0).start();
        return switch (of) {
            case DAY -> "local_day - date '" + first + "'";
            case WEEK -> "(local_day - date '" + first + "') / 7";
            case MONTH ->
                "cast(extract(year from local_day) * 12 + extract(month from local_day) as integer) - "
                        + (first.getYear() * 12 + first.getMonthValue());
        };
    }

    private String order(InsightsQuery query) {
        List<String> terms = new ArrayList<>();
        for (RowOrder order : query.order()) {
            terms.add(term(order));
        }
        for (int place = 0; place < groups.size(); place++) {
            terms.add(term(place, false));
        }
        return String.join(", ", terms);
    }

    private String term(RowOrder order) {
        for (int place = 0; place < groups.size(); place++) {
            if (groups.get(place).column().equals(order.column())) {
                return term(place, order.descending());
            }
        }
        return measure(SessionMeasure.of(order.column()).orElseThrow()) + direction(order.descending());
    }

    private String term(int place, boolean descending) {
        return column(place) + (isNumber(groups.get(place)) ? "" : " collate \"C\"") + direction(descending);
    }

    private static String direction(boolean descending) {
        return (descending ? " desc" : "") + " nulls last";
    }

    private static String measure(SessionMeasure measure) {
        return switch (measure) {
            case HOURS -> "round(minutes / 60.0, 2)";
            case AVG_MINUTES -> "round(cast(minutes as numeric) / nullif(timed_records, 0), 2)";
            case HIGHLIGHT_RATE -> "round(100.0 * highlights / nullif(records, 0), 1)";
            case RECORDS, SESSIONS, CUSTOMERS, TIMED_RECORDS, MINUTES, HIGHLIGHTS -> measure.code();
        };
    }
}
