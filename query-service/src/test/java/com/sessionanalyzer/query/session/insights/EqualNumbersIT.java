package com.sessionanalyzer.query.session.insights;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every number of the API and of its CSV is what a plain SQL query over the rows says, under any filter and grouping. */
@ExtendWith(WrittenNumbers.Extension.class)
class EqualNumbersIT {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+[.][0-9]+");

    private final WrittenNumbers numbers;

    EqualNumbersIT(WrittenNumbers numbers) {
        this.numbers = numbers;
    }

    static Stream<String> filters() {
        return WrittenNumbers.filters(50);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void saysWhatTheRowsSay(String asked) throws SQLException {
        String filter = asked.substring(0, asked.indexOf('\t'));
        SessionFilter meant = Asking.filter(filter, WrittenNumbers.today());

        JsonNode insights = numbers.json("/api/insights?limit=0&" + filter);

        Window window = window(insights.get("period"));
        List<String> whole = whole(meant, window);
        assertThat(Asking.measures(insights.get("measures"))).isEqualTo(whole);
        assertThat(RowSql.plain(Stream.of(
                                "total_records",
                                "total_sessions_reviewed",
                                "total_customers",
                                "sessions_with_time_consumed",
                                "total_time_consumed_minutes",
                                "total_time_consumed_hours")
                        .map(name -> insights.get(name).asString())
                        .toList()))
                .isEqualTo(whole.subList(0, 6));
        assertDistributions(insights, meant, window);
        assertLists(insights, meant, window);
        assertDays(insights, meant, window);
        assertSeries(insights, meant, window);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void groupsAsTheRowsDo(String asked) throws SQLException {
        String filter = asked.substring(0, asked.indexOf('\t'));
        String grouping = asked.substring(asked.indexOf('\t') + 1);
        List<String> groups = grouping.isEmpty() ? List.of() : List.of(grouping.split(",", -1));
        SessionFilter meant = Asking.filter(filter, WrittenNumbers.today());
        String address = "/api/insights/query?limit=100000&measures=" + String.join(",", RowSql.MEASURES) + "&group_by="
                + grouping + "&" + filter;

        JsonNode answer = numbers.json(address);

        Window window = window(answer.get("period"));
        SortedMap<String, List<String>> told = new TreeMap<>();
        answer.get("rows").forEach(row -> {
            List<String> sums = Asking.measures(row);
            if (!sums.get(0).equals("0") || groups.isEmpty()) {
                told.put(Asking.key(row, groups), sums);
            }
        });
        assertThat(told).isEqualTo(numbers.rows().sums(meant, window, groups));
        assertThat(Asking.measures(answer.get("totals"))).isEqualTo(whole(meant, window));
        assertThat(csv(numbers.service().get(address, "Accept", "text/csv").body(), answer.get("columns")))
                .isEqualTo(csv(answer));
    }

    @Test
    void comparesWithTheDaysBefore() throws SQLException {
        JsonNode insights = numbers.json("/api/insights?period=90d&compare=previous&region=EU");

        JsonNode compared = insights.get("comparison");
        Window before = window(compared);
        assertThat(before).isEqualTo(window(insights.get("period")).previous());
        List<String> previous = RowSql.MEASURES.stream()
                .map(measure -> Asking.text(compared.get("changes").get(measure).get("previous")))
                .toList();
        assertThat(RowSql.plain(previous)).isEqualTo(whole(Asking.filter("region=EU", WrittenNumbers.today()), before));
        assertThat(compared.get("series").size()).isGreaterThanOrEqualTo(13);
    }

    @Test
    void namesEverythingThatIsAllowed() {
        HttpResponse<String> answer =
                numbers.service().get("/api/insights/query?measures=visits&group_by=country&period=2d&order=size");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("measures must be of records, sessions, customers, timed_records, minutes, hours")
                .contains("group_by must be of bucket, day, week, month, region, source, destination, customer")
                .contains("period must be one of 7d, 30d, 90d, 1y, all")
                .contains("order must be of records");
    }

    @Test
    void refusesAFilterThatItDoesNotKnow() {
        assertThat(numbers.service().get("/api/insights?country=DE").statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAGrainThatCutsEverythingTooFinely() {
        HttpResponse<String> answer = numbers.service().get("/api/insights?region=EU&grain=day");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"parameter\":\"grain\"").contains("week, month");
    }

    private void assertDistributions(JsonNode insights, SessionFilter meant, Window window) throws SQLException {
        for (String dimension : List.of("region", "source", "destination")) {
            SortedMap<String, List<String>> sums = numbers.rows().sums(meant, window, List.of(dimension));
            assertThat(counts(insights.get(dimension + "_distribution"))).isEqualTo(column(sums, 0));
            assertThat(counts(insights.get("customers_by_" + dimension))).isEqualTo(column(sums, 2));
            assertThat(insights.get(dimension + "s_covered").asInt()).isEqualTo(sums.size());
        }
        SortedMap<String, List<String>> minutes = numbers.rows().sums(meant, window, List.of("minutes"));
        minutes.remove("");
        assertThat(counts(insights.get("time_consumed_distribution"))).isEqualTo(column(minutes, 0));
    }

    private void assertLists(JsonNode insights, SessionFilter meant, Window window) throws SQLException {
        SortedMap<String, String> repeated = column(numbers.rows().sums(meant, window, List.of("customer")), 0);
        repeated.values().removeIf("1"::equals);
        assertThat(listed(insights, "duplicate_customers", "occurrences", "customer"))
                .isEqualTo(repeated);
        assertThat(insights.get("duplicate_customers_count").asInt()).isEqualTo(repeated.size());
        SortedMap<String, String> combined =
                column(numbers.rows().sums(meant, window, List.of("customer", "source", "destination")), 0);
        assertThat(listed(insights, "combinations", "count", "customer", "source", "destination"))
                .isEqualTo(combined);
        assertThat(insights.get("combinations_count").asInt()).isEqualTo(combined.size());
        assertThat(listed(insights, "routes", "records", "source", "destination"))
                .isEqualTo(column(numbers.rows().sums(meant, window, List.of("source", "destination")), 0));
    }

    private void assertDays(JsonNode insights, SessionFilter meant, Window window) throws SQLException {
        SortedMap<String, List<String>> days = numbers.rows().sums(meant, window, List.of("day"));
        assertThat(listed(insights, "uploads_by_date", "count", "date")).isEqualTo(column(days, 0));
        days.values().removeIf(sums -> sums.get(3).equals("0"));
        assertThat(listed(insights, "daily_time_consumed", "session_count", "date"))
                .isEqualTo(column(days, 3));
        assertThat(listed(insights, "daily_time_consumed", "total_minutes", "date"))
                .isEqualTo(column(days, 4));
        assertThat(listed(insights, "daily_time_consumed", "hours", "date")).isEqualTo(column(days, 5));
    }

    private void assertSeries(JsonNode insights, SessionFilter meant, Window window) throws SQLException {
        SortedMap<String, List<String>> series = new TreeMap<>();
        insights.get("series").forEach(bucket -> {
            List<String> sums = Asking.measures(bucket);
            if (!sums.get(0).equals("0")) {
                series.put(bucket.get("start").asString(), sums);
            }
        });
        String grain = insights.get("period").get("grain").asString();
        assertThat(series).isEqualTo(numbers.rows().sums(meant, window, List.of(grain)));
    }

    private List<String> whole(SessionFilter meant, Window window) throws SQLException {
        return requireNonNull(numbers.rows().sums(meant, window, List.of()).get(""));
    }

    private static Window window(JsonNode days) {
        return Window.of(
                LocalDate.parse(days.get("from").asString()),
                LocalDate.parse(days.get("to").asString()));
    }

    private static SortedMap<String, String> counts(JsonNode node) {
        SortedMap<String, String> counts = new TreeMap<>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asString()));
        return counts;
    }

    private static SortedMap<String, String> listed(JsonNode insights, String list, String value, String... keys) {
        SortedMap<String, String> listed = new TreeMap<>();
        insights.get(list)
                .forEach(one -> listed.put(
                        RowSql.key(Stream.of(keys)
                                .map(key -> one.get(key).asString())
                                .toList()),
                        RowSql.plain(List.of(one.get(value).asString())).get(0)));
        return listed;
    }

    static SortedMap<String, String> column(SortedMap<String, List<String>> sums, int measure) {
        SortedMap<String, String> column = new TreeMap<>();
        sums.forEach((key, values) -> column.put(key, values.get(measure)));
        return column;
    }

    /** Each line as the texts of its fields, without what keeps a spreadsheet from taking one for a formula. */
    private static List<List<String>> csv(String csv, JsonNode columns) {
        List<List<String>> lines = csv.lines()
                .map(line -> Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                        .map(field -> field.startsWith("\"") ? field.substring(1, field.length() - 1) : field)
                        .map(field -> field.startsWith("'=") ? field.substring(1) : field)
                        .map(EqualNumbersIT::shortest)
                        .toList())
                .toList();
        assertThat(lines.get(0))
                .isEqualTo(columns.valueStream().map(JsonNode::asString).toList());
        return lines.subList(1, lines.size());
    }

    private static List<List<String>> csv(JsonNode answer) {
        Function<JsonNode, List<String>> fields = row -> answer.get("columns")
                .valueStream()
                .map(column -> shortest(Asking.text(requireNonNull(row.get(column.asString())))))
                .toList();
        return answer.get("rows").valueStream().map(fields).toList();
    }

    private static String shortest(String field) {
        return NUMBER.matcher(field).matches() ? RowSql.plain(List.of(field)).get(0) : field;
    }
}
