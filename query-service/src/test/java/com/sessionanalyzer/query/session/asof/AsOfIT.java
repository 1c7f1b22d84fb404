package com.sessionanalyzer.query.session.asof;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The past of one organization, which a random story has written, against what plain collections remember. */
@TestMethodOrder(MethodOrderer.Random.class)
class AsOfIT {

    private static final String ORGANIZATION = "past";
    private static final OrganizationId ID = new OrganizationId(ORGANIZATION);
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<SessionFilter> FILTERS = List.of(
            SessionFilter.EVERYTHING,
            SessionFilter.EVERYTHING.with(FilterField.REGION, "EU").with(FilterField.SOURCE, "MySQL"),
            SessionFilter.EVERYTHING.with(FilterField.CUSTOMER, "acme.com"),
            SessionFilter.EVERYTHING.with(FilterField.HAS_TIME, "false"),
            SessionFilter.EVERYTHING.with(FilterField.MINUTES_MIN, "2"));

    private static final String database = TestPostgres.newDatabase();
    private static RunningQueryService service;
    private static WrittenTopics topics;
    private static WrittenPast story;

    @BeforeAll
    static void start() {
        service = RunningQueryService.start(ORGANIZATION, database, "--csa.query.history=6d");
        topics = new WrittenTopics();
        Instant begin = Instant.now().minus(Duration.ofDays(5)).truncatedTo(ChronoUnit.MILLIS);
        story = new WrittenPast(topics, ORGANIZATION, begin, 7).steps(150);
        awaitReach();
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
    }

    @Test
    void saysWhatTheInsightsWereAtAnyMoment() {
        for (Instant moment : story.moments(40)) {
            assertSame(moment);
        }
    }

    @Test
    void answersTheSameOverHttpWithTheMomentInIt() {
        Instant moment = story.moments(1).get(0);
        Collection<SessionRecord> records = story.at(moment);

        HttpResponse<String> answer =
                service.get("/api/insights?limit=0&as_of=" + moment + "&after=" + story.written());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode insights = JSON.readTree(answer.body());
        assertThat(insights.get("total_records").asLong()).isEqualTo(records.size());
        assertThat(Instant.parse(insights.get("as_of").asString())).isEqualTo(moment);
        assertThat(Position.parse(answer.headers().firstValue(Position.HEADER).orElseThrow())
                        .contains(story.written()))
                .isTrue();
    }

    @Test
    void takesADateForItsEnd() {
        LocalDate day =
                LocalDate.ofInstant(story.moments(1).get(0), ZoneOffset.UTC).minusDays(1);
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

        HttpResponse<String> answer = service.get("/api/insights?as_of=" + day + "&after=" + story.written());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("total_records").asLong())
                .isEqualTo(story.at(end.minusMillis(1)).size());
    }

    @Test
    void endsPeriodsWithTheMoment() {
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        SessionRecord today = aSession()
                .organization(ORGANIZATION)
                .customer("period.example")
                .uploadedAt(moment.toString())
                .build();
        Position written = topics.put(today.key(), SessionRecordCodec.encode(today), moment, false);
        SessionFilter week =
                SessionFilter.EVERYTHING.in(Period.of("7d").orElseThrow()).with(FilterField.CUSTOMER, "period.example");

        Insights now = service.bean(PastInsights.class).read(ID, AsOf.now(moment, ZoneOffset.UTC), week, written, 0);

        assertThat(now.totalRecords()).isEqualTo(1);
        topics.put(today.key(), null, moment.plusMillis(1), true);
    }

    @Test
    void explainsEachDifferenceByRecords() {
        ExplainedDifference explained = new ExplainedDifference(service, story);
        List<Instant> moments = story.moments(20);
        for (int pair = 0; pair < moments.size(); pair += 2) {
            Instant from = min(moments.get(pair), moments.get(pair + 1));
            Instant to = from.equals(moments.get(pair)) ? moments.get(pair + 1) : moments.get(pair);
            for (SessionFilter filter : FILTERS) {
                explained.assertBetween(from, to, filter);
            }
        }
    }

    @Test
    void refusesWhatIsBeforeTheReachOrInTheFuture() {
        HttpResponse<String> early = service.get("/api/insights?as_of=2001-01-01");
        HttpResponse<String> late = service.get("/api/insights?as_of=2999-01-01T00:00:00Z");
        HttpResponse<String> today = service.get("/api/insights?as_of="
                + LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(1));
        HttpResponse<String> wrong = service.get("/api/insights?as_of=yesterday");

        assertThat(early.statusCode()).isEqualTo(400);
        JsonNode problem = JSON.readTree(early.body());
        assertThat(Instant.parse(problem.get("reach").asString()))
                .isBefore(Instant.now().minus(Duration.ofDays(5)));
        assertThat(problem.get("detail").asString()).startsWith("as_of must not be before 20");
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("must not be in the future");
        assertThat(today.statusCode()).isEqualTo(400);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("must be a date such as 2026-01-31");
    }

    @Test
    void saysTheSameAfterTheRowsAreFilledAnewFromTheLog() throws SQLException {
        List<Instant> moments = story.moments(10);
        await().until(() -> service.bean(PastReading.class).since().isPresent());

        execute("truncate projection_offset, session_record");

        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .untilAsserted(() -> moments.forEach(AsOfIT::assertSame));
        awaitReach(); // the moments may be there before the rest, which other tests ask for
    }

    @Test
    void keepsNothingOfWhatWasErasedNotEvenWhenItComesLate() throws SQLException {
        Instant time = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        UUID id = aSession().build().id();
        SessionRecord wrong = aSession()
                .organization(ORGANIZATION)
                .id(id)
                .customer("mistaken.example")
                .observation("a secret matter")
                .build();
        SessionRecord right = aSession()
                .organization(ORGANIZATION)
                .id(id)
                .customer("erased.example")
                .observation("a secret matter")
                .build();
        Position written = topics.put(right.key(), SessionRecordCodec.encode(right), time.plusMillis(2), false);
        written = written.and(topics.put(right.key(), null, time.plusMillis(3), true));
        topics.put(wrong.key(), SessionRecordCodec.encode(wrong), time, false);
        written = written.and(topics.put(wrong.key(), null, time.plusMillis(1), false));

        service.get("/api/insights?as_of=" + time + "&after=" + written);

        assertThat(query("select count(*) from session_history where id = '" + id + "'"))
                .isEqualTo("0");
        assertThat(query("select count(*) from session_record where id = '" + id + "'"))
                .isEqualTo("0");
    }

    @Test
    void deletesWhatEndedBeforeTheHistoryIsKept() throws SQLException {
        UUID old = aSession().build().id();
        UUID young = aSession().build().id();
        remember(old, Duration.ofDays(7));
        remember(young, Duration.ofHours(1));

        service.bean(HistoryKeeper.class).expire();

        assertThat(query("select count(*) from session_history where id = '" + old + "'"))
                .isEqualTo("0");
        assertThat(query("select count(*) from session_history where id = '" + young + "'"))
                .isEqualTo("1");
        assertThat(service.bean(PastReading.class).since().orElseThrow())
                .isAfter(Instant.now().minus(Duration.ofDays(6)).minusSeconds(60));
    }

    @Test
    void showsThePastAndItsReachOnAPage() {
        Instant moment = story.moments(1).get(0);

        HttpResponse<String> page = service.get("/insights?region=EU&as_of=" + moment, "Accept", "text/html");
        HttpResponse<String> difference =
                service.get("/insights/difference?region=EU&from_as_of=" + moment, "Accept", "text/html");
        HttpResponse<String> records = service.get("/reports?region=EU&as_of=" + moment, "Accept", "text/html");
        HttpResponse<String> wrong = service.get("/insights?as_of=yesterday", "Accept", "text/html");

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("not now", "It is known since", "/insights?region=EU");
        assertThat(records.statusCode()).as(records.body()).isEqualTo(200);
        assertThat(records.body()).contains("not now", "/reports?region=EU");
        assertThat(difference.statusCode()).as(difference.body()).isEqualTo(200);
        assertThat(difference.body()).contains("Records that explain it");
        assertThat(wrong.body()).contains("as_of must be a date such as 2026-01-31");
    }

    private static void remember(UUID id, Duration endedBefore) throws SQLException {
        execute(
                "insert into session_history (organization, id, customer, customer_key, region, sessions, source, destination,"
                        + " observation, uploaded_at, created_at, local_day, channel, search_text, revision, sender, line,"
                        + " log_partition, log_offset, logged_at, valid_until) values ('another', '" + id
                        + "', 'a', 'a', 'EU', 1, 's',"
                        + " 'd', '', now(), now(), '2026-01-01', 'text', '', 0, '', 0, 0, 0, now() - interval '30 days', '"
                        + Instant.now().minus(endedBefore) + "')");
    }

    private static void assertSame(Instant moment) {
        Collection<SessionRecord> records = story.at(moment);
        for (SessionFilter filter : FILTERS) {
            Insights insights = service.bean(PastInsights.class)
                    .read(ID, new AsOf("", moment, LocalDate.EPOCH), filter, story.written(), 0);

            assertThat(insights)
                    .as("as of %s with %s", moment, filter.query())
                    .isEqualTo(PlainInsights.of(records, filter.on(LocalDate.EPOCH), insights.position(), moment));
        }
    }

    private static void awaitReach() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> service.bean(PastReading.class).since().isPresent());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Position.parse(service.get("/api/sessions?page_size=1")
                                .headers()
                                .firstValue(Position.HEADER)
                                .orElseThrow())
                        .contains(story.written()));
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database, TestPostgres.username(), TestPostgres.password());
    }
}
