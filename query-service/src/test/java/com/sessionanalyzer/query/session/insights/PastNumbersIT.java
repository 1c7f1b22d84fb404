package com.sessionanalyzer.query.session.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Queries and exports as of an earlier moment say what plain SQL said at that moment, and as of now what they say now. */
class PastNumbersIT {

    private static final String ORGANIZATION = "past-numbers";
    private static final long SEED = 20_261_130;
    private static final int RECORDS = 300;
    private static final int FILTERS = 25;
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, SortedMap<String, List<String>>> sumsThen = new HashMap<>();
    private static RunningQueryService service;
    private static RowSql rows;
    private static Instant then = Instant.EPOCH;
    private static Position written = Position.BEGINNING;

    @BeforeAll
    static void write() throws SQLException {
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
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(rows.rows()).isEqualTo(RECORDS));
            remember();
            for (int number = 0; number < RECORDS; number += 3) {
                written = written.and(topics.add(random.corrected(records.get(number))));
            }
            for (int number = 0; number < RECORDS; number += 5) {
                written = written.and(topics.delete(records.get(number)));
            }
            written.offsets().forEach((shard, offset) -> topics.progress(shard, offset, Instant.EPOCH));
        }
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(rows.rows()).isEqualTo(RECORDS - RECORDS / 5);
            assertThat(json("/api/insights?grain=month&after=" + written)
                            .get("total_records")
                            .asLong())
                    .isEqualTo(RECORDS - RECORDS / 5);
            assertThat(service.get("/api/insights/query?as_of=" + then).statusCode())
                    .isEqualTo(200);
        });
    }

    private static void remember() throws SQLException {
        for (String asked : filters().toList()) {
            sumsThen.put(asked, rows.sums(Asking.filter(filter(asked), today()), everything(), groups(asked)));
        }
        then = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        await().until(() -> Instant.now().isAfter(then.plusMillis(1)));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<String> filters() {
        RandomFilters filters = new RandomFilters(SEED + 1, ORGANIZATION, today());
        return IntStream.range(0, FILTERS)
                .mapToObj(number -> filters.filter()
                                .replaceFirst(
                                        "^(from=[^&]*&to=[^&]*|period=[^&]*)(&grain=month)?", "period=all&grain=month")
                        + "\t" + String.join(",", filters.groups()));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void saysWhatTheRowsSaidThen(String asked) {
        List<String> groups = groups(asked);

        JsonNode answer = json("/api/insights/query?limit=100000&measures=" + String.join(",", RowSql.MEASURES)
                + "&group_by=" + String.join(",", groups) + "&" + filter(asked) + "&as_of=" + then);

        SortedMap<String, List<String>> told = new TreeMap<>();
        answer.get("rows").forEach(row -> {
            List<String> sums = Asking.measures(row);
            if (!sums.get(0).equals("0") || groups.isEmpty()) {
                told.put(Asking.key(row, groups), sums);
            }
        });
        assertThat(told).isEqualTo(sumsThen.get(asked));
        assertThat(Instant.parse(answer.get("as_of").asString())).isEqualTo(then);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void saysOfNowWhatTheNumbersOfNowSay(String asked) {
        String address = "/api/insights/query?limit=7&order=-records&measures="
                + String.join(",", RowSql.MEASURES) + "&group_by=" + String.join(",", groups(asked)) + "&"
                + filter(asked);
        String now = "&as_of=" + Instant.now().truncatedTo(ChronoUnit.MILLIS);

        JsonNode past = json(address + now);
        JsonNode present = json(address);

        for (String part : List.of("rows", "totals", "groups", "columns", "period", "filter", "time_zone")) {
            assertThat(past.get(part)).as(part).isEqualTo(present.get(part));
        }
        assertThat(json("/api/insights?limit=0&" + filter(asked) + now).get("series"))
                .isEqualTo(json("/api/insights?limit=0&" + filter(asked)).get("series"));
    }

    @Test
    void exportsTheRecordsAsTheyStoodThen() {
        HttpResponse<String> file =
                service.get("/api/sessions/export?format=csv&columns=sessions&sort=-minutes,customer&as_of=" + then);

        List<String> lines = file.body().lines().skip(1).toList();
        assertThat(lines).hasSize(RECORDS);
        assertThat(file.headers().firstValue("X-As-Of").orElseThrow())
                .startsWith(then.toString().substring(0, 19));
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(then.toString().substring(0, 10).replace("-", ""));
    }

    @Test
    void eachAnswerSaysWhichRecordsWhoseDaysAndOfWhen() {
        for (String path : List.of("/api/insights?", "/api/insights/query?", "/api/sessions/export?")) {
            HttpResponse<String> answer = service.get(path + "region=EU&as_of=" + then);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Filter").orElseThrow()).endsWith("region=EU");
            assertThat(answer.headers().firstValue("X-Time-Zone")).hasValue("UTC");
            assertThat(Instant.parse(answer.headers().firstValue("X-As-Of").orElseThrow()))
                    .isEqualTo(then);
        }
    }

    @Test
    void refusesMomentsThatAreNone() {
        for (String path : List.of("/api/insights/query?", "/api/sessions/export?")) {
            assertThat(service.get(path + "as_of=yesterday").body()).contains("\"parameter\":\"as_of\"");
            assertThat(service.get(path + "as_of=2999-01-01").statusCode()).isEqualTo(400);
            assertThat(service.get(path + "as_of=2001-01-01").body()).contains("\"reach\"");
        }
    }

    private static Window everything() {
        return Window.of(today().minusYears(10), today());
    }

    private static String filter(String asked) {
        return asked.substring(0, asked.indexOf('\t'));
    }

    private static List<String> groups(String asked) {
        String groups = asked.substring(asked.indexOf('\t') + 1);
        return groups.isEmpty() ? List.of() : List.of(groups.split(",", -1));
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
