package com.sessionanalyzer.query.session.insights;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Page, API and CSV say what a plain SQL query over the rows says, under any filter and grouping. */
class EqualNumbersIT {

    private static final String ORGANIZATION = "equal-numbers";
    private static final long SEED = 20_261_129;
    private static final int RECORDS = 1_200;
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final int FILTERS = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+[.][0-9]+");
    private static final JsonMapper JSON = new JsonMapper();

    private static RunningQueryService service;
    private static RowSql rows;
    private static Position written = Position.BEGINNING;

    @BeforeAll
    static void write() {
        RandomFilters random = new RandomFilters(SEED, ORGANIZATION, today());
        String database = TestPostgres.newDatabase();
        service = RunningQueryService.start(ORGANIZATION, database);
        rows = new RowSql(database, ORGANIZATION);
        try (WrittenTopics topics = new WrittenTopics()) {
            List<SessionRecord> records = new ArrayList<>();
            for (int number = 0; number < RECORDS; number++) {
                records.add(random.record());
                written = written.and(topics.add(records.get(number)));
            }
            for (int number = 0; number < RECORDS; number += 3) {
                written = written.and(topics.add(random.corrected(records.get(number))));
            }
            for (int number = 0; number < RECORDS; number += 5) {
                written = written.and(topics.delete(records.get(number)));
            }
            written.offsets().forEach((shard, offset) -> topics.progress(shard, offset, NOON));
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(rows.rows()).isEqualTo(RECORDS - RECORDS / 5);
            assertThat(json("/api/insights?grain=month&after=" + written)
                            .get("total_records")
                            .asLong())
                    .isEqualTo(RECORDS - RECORDS / 5);
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<String> filters() {
        RandomFilters filters = new RandomFilters(SEED + 1, ORGANIZATION, today());
        return IntStream.range(0, FILTERS)
                .mapToObj(number -> filters.filter() + "\t" + String.join(",", filters.groups()));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void saysWhatTheRowsSay(String asked) throws SQLException {
        String filter = asked.substring(0, asked.indexOf('\t'));
        String grouping = asked.substring(asked.indexOf('\t') + 1);
        List<String> groups = grouping.isEmpty() ? List.of() : List.of(grouping.split(",", -1));
        SessionFilter meant = read(filter);

        JsonNode insights = json("/api/insights?limit=0&" + filter);

        Window window = window(insights);
        List<String> whole = whole(meant, window);
        assertThat(measures(insights.get("measures"))).isEqualTo(whole);
        assertThat(RowSql.plain(List.of(
                        insights.get("total_records").asString(),
                        insights.get("total_sessions_reviewed").asString(),
                        insights.get("total_customers").asString(),
                        insights.get("sessions_with_time_consumed").asString(),
                        insights.get("total_time_consumed_minutes").asString(),
                        insights.get("total_time_consumed_hours").asString())))
                .isEqualTo(whole.subList(0, 6));
        assertDistributions(insights, meant, window);
        assertSeries(insights, meant, window);
        assertPage(filter, insights, whole);
        assertQuery(filter, groups, meant, window);
    }

    private static void assertDistributions(JsonNode insights, SessionFilter meant, Window window) throws SQLException {
        for (String dimension : List.of("region", "source", "destination")) {
            SortedMap<String, List<String>> sums = rows.sums(meant, window, List.of(dimension));
            assertThat(counts(insights.get(dimension + "_distribution"))).isEqualTo(column(sums, 0));
            assertThat(counts(insights.get("customers_by_" + dimension))).isEqualTo(column(sums, 2));
            assertThat(insights.get(dimension + "s_covered").asInt()).isEqualTo(sums.size());
        }
        SortedMap<String, List<String>> customers = rows.sums(meant, window, List.of("customer"));
        assertThat(insights.get("duplicate_customers_count").asLong())
                .isEqualTo(customers.values().stream()
                        .filter(sums -> !sums.get(0).equals("1"))
                        .count());
        SortedMap<String, List<String>> minutes = rows.sums(meant, window, List.of("minutes"));
        minutes.remove("");
        assertThat(counts(insights.get("time_consumed_distribution"))).isEqualTo(column(minutes, 0));
        SortedMap<String, String> combinations = new TreeMap<>();
        insights.get("combinations")
                .forEach(one -> combinations.put(
                        RowSql.key(List.of(
                                one.get("customer").asString(),
                                one.get("source").asString(),
                                one.get("destination").asString())),
                        one.get("count").asString()));
        assertThat(combinations)
                .isEqualTo(column(rows.sums(meant, window, List.of("customer", "source", "destination")), 0));
        SortedMap<String, String> days = new TreeMap<>();
        insights.get("uploads_by_date")
                .forEach(day ->
                        days.put(day.get("date").asString(), day.get("count").asString()));
        assertThat(days).isEqualTo(column(rows.sums(meant, window, List.of("day")), 0));
    }

    private static void assertSeries(JsonNode insights, SessionFilter meant, Window window) throws SQLException {
        String grain = insights.get("period").get("grain").asString();
        SortedMap<String, List<String>> series = new TreeMap<>();
        insights.get("series").forEach(bucket -> {
            List<String> sums = measures(bucket);
            if (!sums.get(0).equals("0")) {
                series.put(bucket.get("start").asString(), sums);
            }
        });
        assertThat(series).isEqualTo(rows.sums(meant, window, List.of(grain)));
    }

    private static void assertPage(String filter, JsonNode insights, List<String> whole) {
        String html = service.get("/insights?" + filter).body();

        assertThat(number(html, "total_sessions_reviewed")).isEqualTo(whole.get(1));
        assertThat(number(html, "total_customers")).isEqualTo(whole.get(2));
        for (String name : List.of("duplicate_customers_count", "regions_covered", "sources_covered")) {
            assertThat(number(html, name)).isEqualTo(insights.get(name).asString());
        }
    }

    private static void assertQuery(String filter, List<String> groups, SessionFilter meant, Window window)
            throws SQLException {
        SortedMap<String, List<String>> expected = rows.sums(meant, window, groups);
        String address = "/api/insights/query?limit=100000&measures=" + String.join(",", RowSql.MEASURES) + "&group_by="
                + String.join(",", groups) + "&" + filter;

        JsonNode answer = json(address);

        SortedMap<String, List<String>> told = new TreeMap<>();
        answer.get("rows").forEach(row -> {
            List<String> sums = measures(row);
            if (!sums.get(0).equals("0") || groups.isEmpty()) {
                told.put(
                        RowSql.key(groups.stream()
                                .map(group -> text(row.get(group.equals("minutes") ? "record_minutes" : group)))
                                .toList()),
                        sums);
            }
        });
        assertThat(told).isEqualTo(expected);
        assertThat(measures(answer.get("totals"))).isEqualTo(whole(meant, window));
        assertThat(csv(service.get(address, "Accept", "text/csv").body(), answer.get("columns")))
                .isEqualTo(csv(answer));
    }

    @Test
    void namesEverythingThatIsAllowed() {
        HttpResponse<String> answer =
                service.get("/api/insights/query?measures=visits&group_by=country&period=2d&order=size");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("measures must be of records, sessions, customers, timed_records, minutes, hours")
                .contains("group_by must be of bucket, day, week, month, region, source, destination, customer")
                .contains("period must be one of 7d, 30d, 90d, 1y, all")
                .contains("order must be of records");
    }

    @Test
    void refusesAFilterThatItDoesNotKnow() {
        assertThat(service.get("/api/insights?country=DE").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/insights?region=EU&grain=day").statusCode())
                .isEqualTo(400);
    }

    @Test
    void comparesWithTheDaysBefore() throws SQLException {
        JsonNode insights = json("/api/insights?period=90d&compare=previous&region=EU");

        JsonNode compared = insights.get("comparison");
        Window before = Window.of(
                LocalDate.parse(compared.get("from").asString()),
                LocalDate.parse(compared.get("to").asString()));
        assertThat(before).isEqualTo(window(insights).previous());
        List<String> sums = whole(read("region=EU"), before);
        List<String> previous = RowSql.MEASURES.stream()
                .map(measure -> text(compared.get("changes").get(measure).get("previous")))
                .toList();
        assertThat(RowSql.plain(previous)).isEqualTo(sums);
        assertThat(compared.get("series").size()).isGreaterThanOrEqualTo(13);
    }

    @Test
    void showsWhatIsWrongOnThePageAndGoesOnWithTheRest() {
        assertThat(service.get("/insights?region=EU&period=2d").statusCode()).isEqualTo(200);
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    private static List<String> whole(SessionFilter meant, Window window) throws SQLException {
        return requireNonNull(rows.sums(meant, window, List.of()).get(""));
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static Window window(JsonNode insights) {
        JsonNode period = insights.get("period");
        return Window.of(
                LocalDate.parse(period.get("from").asString()),
                LocalDate.parse(period.get("to").asString()));
    }

    private static SessionFilter read(String filter) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : filter.split("&", -1)) {
            values.computeIfAbsent(part.substring(0, part.indexOf('=')), name -> new ArrayList<>())
                    .add(URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        Faults faults = new Faults();
        SessionFilter read = SessionFilter.read(new Parameters(values), faults, today(), Period.ALL);
        assertThat(faults.all()).isEmpty();
        return read;
    }

    private static List<String> measures(JsonNode node) {
        return RowSql.plain(
                RowSql.MEASURES.stream().map(name -> text(node.get(name))).toList());
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString();
    }

    private static SortedMap<String, String> counts(JsonNode node) {
        SortedMap<String, String> counts = new TreeMap<>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asString()));
        return counts;
    }

    private static SortedMap<String, String> column(SortedMap<String, List<String>> sums, int measure) {
        SortedMap<String, String> column = new TreeMap<>();
        sums.forEach((key, values) -> column.put(key, values.get(measure)));
        return column;
    }

    private static String number(String html, String name) {
        Matcher matcher =
                Pattern.compile("data-value=\"" + name + "\">([^<]*)<").matcher(html);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1).replace(",", "");
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
        return answer.get("rows")
                .valueStream()
                .map(row -> answer.get("columns")
                        .valueStream()
                        .map(column -> csvText(requireNonNull(row.get(column.asString()))))
                        .toList())
                .toList();
    }

    private static String shortest(String field) {
        return NUMBER.matcher(field).matches() ? RowSql.plain(List.of(field)).get(0) : field;
    }

    private static String csvText(JsonNode value) {
        return shortest(text(value));
    }
}
