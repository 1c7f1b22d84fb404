package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.testing.TestPostgres;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the rows of the database in plain SQL, which shares nothing with what is compared with it. */
final class RowSql {

    static final List<String> MEASURES = List.of(
            "records",
            "sessions",
            "customers",
            "timed_records",
            "minutes",
            "hours",
            "avg_minutes",
            "highlights",
            "highlight_rate");

    private static final String SUMS = """
            count(*), coalesce(sum(sessions), 0), count(distinct customer_key), count(minutes), coalesce(sum(minutes), 0),
            round(coalesce(sum(minutes), 0) / 60.0, 2), round(avg(minutes), 2), count(highlight_type),
            round(100.0 * count(highlight_type) / nullif(count(*), 0), 1)""";

    private static final Map<String, String> GROUPS = Map.of(
            "day", "local_day::text",
            "week", "date_trunc('week', local_day)::date::text",
            "month", "date_trunc('month', local_day)::date::text",
            "region", "region",
            "source", "source",
            "destination", "destination",
            "customer", "customer_key",
            "highlight", "coalesce(highlight_type, 'none')",
            "minutes", "minutes::text");

    private final String database;
    private final String organization;

    RowSql(String database, String organization) {
        this.database = database;
        this.organization = organization;
    }

    long rows() throws SQLException {
        return Long.parseLong(Objects.requireNonNull(
                ask("select count(*) from session_record where organization = ?", List.of(organization))
                        .get(0)
                        .get(0)));
    }

    /** The measures of each group, by the texts of its values. */
    SortedMap<String, List<String>> sums(SessionFilter filter, Window window, List<String> groups) throws SQLException {
        List<Object> values = new ArrayList<>();
        String by = groups.stream().map(GROUPS::get).collect(Collectors.joining(", "));
        String sql = "select " + (by.isEmpty() ? "" : by + ", ") + SUMS + " from session_record where "
                + where(filter, window, values) + (by.isEmpty() ? "" : " group by " + by);
        SortedMap<String, List<String>> sums = new TreeMap<>();
        for (List<@Nullable String> row : ask(sql, values)) {
            sums.put(key(row.subList(0, groups.size())), plain(row.subList(groups.size(), row.size())));
        }
        return sums;
    }

    /** The measures of the records of a region in any of whose fields a word is, by their texts. */
    List<String> found(String region, String word) throws SQLException {
        return plain(ask(
                        "select " + SUMS + " from session_record where organization = ? and region = ?"
                                + " and lower(concat_ws(' ', customer, customer_key, source, destination, observation)) like ?",
                        List.of(organization, region, "%" + word + "%"))
                .get(0));
    }

    static String key(Collection<?> values) {
        return values.stream().map(value -> Objects.toString(value, "")).collect(Collectors.joining(" | "));
    }

    static List<String> plain(Collection<?> numbers) {
        return numbers.stream()
                .map(number -> Objects.toString(number, ""))
                .map(number -> number.isEmpty()
                        ? ""
                        : new BigDecimal(number).stripTrailingZeros().toPlainString())
                .toList();
    }

    private String where(SessionFilter filter, Window window, List<Object> values) {
        StringBuilder where = new StringBuilder("organization = ? and local_day >= ?::date and local_day < ?::date");
        values.addAll(
                List.of(organization, window.start().toString(), window.end().toString()));
        in(where, values, "region", filter.regions());
        in(where, values, "source", filter.sources());
        in(where, values, "destination", filter.destinations());
        in(where, values, "customer_key", filter.customers());
        if (!filter.highlights().isEmpty()) {
            where.append(" and (false");
            for (String highlight : filter.highlights()) {
                where.append(
                        switch (highlight) {
                            case "any" -> " or highlight_type is not null";
                            case "none" -> " or highlight_type is null";
                            default -> " or highlight_type = '" + highlight + "'";
                        });
            }
            where.append(")");
        }
        if (filter.hasTime() != null) {
            where.append(filter.hasTime() ? " and minutes is not null" : " and minutes is null");
        }
        if (filter.minutesMin() != null) {
            where.append(" and minutes >= ").append(filter.minutesMin());
        }
        if (filter.minutesMax() != null) {
            where.append(" and minutes <= ").append(filter.minutesMax());
        }
        return where.toString();
    }

    private static void in(StringBuilder where, List<Object> values, String column, Collection<String> allowed) {
        if (!allowed.isEmpty()) {
            where.append(" and ")
                    .append(column)
                    .append(allowed.stream().map(value -> "?").collect(Collectors.joining(", ", " in (", ")")));
            values.addAll(allowed);
        }
    }

    private List<List<@Nullable String>> ask(String sql, List<?> values) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database, TestPostgres.username(), TestPostgres.password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.size(); index++) {
                statement.setObject(index + 1, values.get(index));
            }
            List<List<@Nullable String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<@Nullable String> row = new ArrayList<>();
                    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                        row.add(result.getString(column));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
