package com.sessionanalyzer.query.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.session.Violation;
import com.sessionanalyzer.testing.TestKafka;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionsApiIT {

    private static final String ORGANIZATION = "sessions-api";

    private static final ExecutorService executor = Executors.newFixedThreadPool(4);

    private static String database;
    private static RunningQueryService service;
    private static WrittenTopics topics;

    @BeforeAll
    static void start() {
        database = TestPostgres.newDatabase();
        service = RunningQueryService.start(ORGANIZATION, database);
        topics = new WrittenTopics();
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
        executor.shutdownNow();
    }

    @Test
    void takesItsPlaceInTheGroupByName() {
        String group = ORGANIZATION + "-" + SessionTopics.RECORDS;

        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()))) {
            await().untilAsserted(() -> assertThat(admin.describeConsumerGroups(List.of(group))
                            .all()
                            .get()
                            .values())
                    .flatExtracting(ConsumerGroupDescription::members)
                    .extracting(MemberDescription::groupInstanceId)
                    .containsExactly(Optional.of("query")));
        }
    }

    @Test
    void answersARecordToAReadThatCarriesItsPosition() {
        SessionRecord session = aSession()
                .organization(ORGANIZATION)
                .customer("Acme.com")
                .minutes(15)
                .observation("line one\nline two\t\\N \0 end")
                .highlight(HighlightType.ERROR_GAP, "https://acme.test/1", null)
                .uploadedAt("2026-03-14T12:00:00.123Z")
                .build();

        Position written = topics.add(session);
        HttpResponse<String> answer = service.get("/api/sessions/" + session.id() + "?after=" + written);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(Position.HEADER))
                .hasValueSatisfying(position ->
                        assertThat(Position.parse(position).contains(written)).isTrue());
        assertThat(answer.body())
                .isEqualToIgnoringWhitespace(
                        ("{'id':'" + session.id() + "','customer':'Acme.com','region':'EU','sessions':3,"
                                        + "'source':'MySQL','destination':'BigQuery','time_consumed':15,"
                                        + "'observation':'line one\\nline two\\t\\\\N \u2400 end','has_highlight':true,"
                                        + "'highlight_url':'https://acme.test/1','highlight_type':'error_gap',"
                                        + "'highlight_details':null,'uploaded_at':'2026-03-14T12:00:00.123Z',"
                                        + "'created_at':'2026-03-14T12:00:00Z'}")
                                .replace('\'', '"'));
    }

    @Test
    void answersAPositionThatTheNumbersCanReachToo() {
        Position written =
                topics.addInTransaction(aSession().organization(ORGANIZATION).build());
        int partition = written.offsets().firstKey();

        await().untilAsserted(() -> assertThat(
                        service.get("/api/sessions?after=" + written).headers().firstValue(Position.HEADER))
                .hasValueSatisfying(position -> assertThat(
                                Position.parse(position).offsets().get(partition))
                        .isEqualTo(written.offsets().get(partition))));
    }

    @Test
    void deletesOnce() {
        SessionRecord session = aSession().organization(ORGANIZATION).build();
        topics.add(session);

        HttpResponse<String> first = service.delete("/api/sessions/" + session.id());
        HttpResponse<String> second = service.delete("/api/sessions/" + session.id());

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).startsWith("{\"success\":true").contains("\"difference\":{\"records\":-1,");
        assertThat(first.headers().firstValue(Position.HEADER)).isPresent();
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(service.get("/api/sessions/" + session.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void deletesOnceHoweverManyAskAtTheSameTime() {
        SessionRecord session = aSession().organization(ORGANIZATION).build();
        topics.add(session);

        List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> service.delete("/api/sessions/" + session.id()).statusCode(), executor))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 404, 404, 404);
    }

    @Test
    void keepsWhatWasRejectedAsARow() {
        SessionRejection rejection = new SessionRejection(
                new OrganizationId(ORGANIZATION),
                new UUID(7, 8),
                Instant.parse("2026-03-14T12:00:00Z"),
                new Origin(Channel.API, "", null, 4, null),
                RecordFormat.TEXT,
                "Customer: \0acme.com",
                List.of(new Violation("region", 0, "", "required", "region is missing")),
                null);

        topics.reject(rejection);

        await().untilAsserted(() -> assertThat(rejections())
                .containsExactly(rejection.id() + " 4 Customer: \u2400acme.com region is missing"));
    }

    @Test
    void answersAnUnknownIdWithAProblem() {
        HttpResponse<String> answer = service.get("/api/sessions/" + new UUID(1, 2));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/not-found\"").contains("\"error\":");
    }

    @Test
    void namesTheParameterThatIsWrong() {
        assertThat(problem("/api/sessions/7")).contains("\"parameter\":\"id\"");
        assertThat(problem("/api/sessions?page=0")).contains("\"parameter\":\"page\"");
        assertThat(problem("/api/sessions?page_size=101"))
                .contains("\"parameter\":\"page_size\"")
                .contains("1..100");
        assertThat(problem("/api/sessions?sort=colour")).contains("\"parameter\":\"sort\"");
        assertThat(problem("/api/sessions?order=up")).contains("\"parameter\":\"order\"");
        assertThat(problem("/api/sessions?after=x")).contains("\"parameter\":\"after\"");
        assertThat(problem("/api/insights?limit=-1")).contains("\"parameter\":\"limit\"");
        assertThat(problem("/api/sessions?q=" + "x".repeat(201))).contains("\"parameter\":\"q\"");
    }

    @Test
    void pagesThroughWhatASearchFindsInAStableOrder() {
        Position last = Position.BEGINNING;
        for (int number = 0; number < 5; number++) {
            last = last.and(topics.add(aSession()
                    .organization(ORGANIZATION)
                    .customer("paging-" + number + ".example")
                    .region(number % 2 == 0 ? "us" : "EU")
                    .observation("100%_sure İstanbul")
                    .uploadedAt("2026-05-0" + (number + 1) + "T00:00:00Z")
                    .build()));
        }

        HttpResponse<String> page =
                service.get("/api/sessions?page=2&page_size=2&q=PAGING-%20100%25_SURE&after=" + last);
        HttpResponse<String> byRegion =
                service.get("/api/sessions?page_size=3&q=paging-&sort=region&order=asc&after=" + last);

        assertThat(customers(page)).containsExactly("paging-2.example", "paging-1.example");
        assertThat(page.headers().firstValue("X-Total-Count")).hasValue("5");
        assertThat(page.headers().firstValue("Link"))
                .hasValue("</api/sessions?page=1&page_size=2&sort=uploaded_at&order=desc&q=PAGING-%20100%25_SURE>;"
                        + " rel=\"first\", </api/sessions?page=1&page_size=2&sort=uploaded_at&order=desc"
                        + "&q=PAGING-%20100%25_SURE>; rel=\"prev\", </api/sessions?page=3&page_size=2&sort=uploaded_at"
                        + "&order=desc&q=PAGING-%20100%25_SURE>; rel=\"next\","
                        + " </api/sessions?page=3&page_size=2&sort=uploaded_at&order=desc"
                        + "&q=PAGING-%20100%25_SURE>; rel=\"last\"");
        assertThat(customers(byRegion)).containsExactly("paging-3.example", "paging-1.example", "paging-4.example");
    }

    @Test
    void keepsOrganizationsApart() {
        SessionRecord foreign = aSession().organization("somebody-else").build();

        Position written = topics.add(foreign);

        assertThat(service.get("/api/sessions/" + foreign.id() + "?after=" + written)
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.delete("/api/sessions/" + foreign.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void leavesOutWhatCannotBeReadAndGoesOn() {
        SessionRecord good = aSession()
                .organization(ORGANIZATION)
                .customer("poisoned.example")
                .build();
        topics.add(good);

        topics.put(good.key(), new byte[] {1, 2, 3});
        topics.put(0, new byte[] {9}, new byte[] {9});
        SessionRecord next = aSession()
                .organization(ORGANIZATION)
                .customer("poisoned.example")
                .build();
        Position last = topics.add(next);

        assertThat(service.get("/api/sessions/" + good.id() + "?after=" + last).statusCode())
                .isEqualTo(404);
        assertThat(service.get("/api/sessions/" + next.id() + "?after=" + last).statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsABrowsableDescription() {
        await().untilAsserted(() ->
                assertThat(service.get("/swagger-ui/index.html").statusCode()).isEqualTo(200));
    }

    private static List<String> rejections() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(database, TestPostgres.username(), TestPostgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id || ' ' || line || ' ' || text || ' '"
                        + " || (violations->0->>'message') from session_rejection"
                        + " where organization = '" + ORGANIZATION + "'")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static String problem(String path) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        return answer.body();
    }

    private static List<String> customers(HttpResponse<String> answer) {
        return Pattern.compile("\"customer\":\"([^\"]*)\"")
                .matcher(answer.body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
