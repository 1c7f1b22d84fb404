package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.audit.AuditChain;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Violation;
import com.sessionanalyzer.testing.SessionRecords;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SessionChangesIT {

    private static final String ORGANIZATION = "session-changes";
    private static final JsonMapper JSON = new JsonMapper();
    private static final ExecutorService executor = Executors.newFixedThreadPool(6);

    private static String database;
    private static RunningQueryService service;
    private static WrittenTopics topics;

    @BeforeAll
    static void start() {
        database = TestPostgres.newDatabase();
        service = RunningQueryService.start(ORGANIZATION, database, "--csa.query.patience=1s");
        topics = new WrittenTopics();
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
        executor.shutdownNow();
    }

    @Test
    void correctsTheRecordThatWasRead() {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("correct.example"));
        HttpResponse<String> read = service.get(path(session));
        ObjectNode body = (ObjectNode) JSON.readTree(read.body());
        body.put("region", "US").put("sessions", 7).putNull("time_consumed");

        HttpResponse<String> answer = service.put(path(session), body.toString(), "If-Match", etag(read));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(etag(read)).isEqualTo("\"0\"");
        assertThat(etag(answer)).isEqualTo("\"1\"");
        JsonNode corrected = JSON.readTree(answer.body());
        assertThat(corrected.get("data")).isEqualTo(body);
        assertThat(corrected.get("changed").toString()).isEqualTo("[\"region\",\"sessions\",\"time_consumed\"]");
        assertThat(corrected.get("difference").toString())
                .isEqualTo("{\"sessions\":4,\"timed_records\":-1,\"minutes\":-15,\"regions\":{\"EU\":-1,\"US\":1}}");
        HttpResponse<String> again = service.get(path(session) + "?after=" + position(answer));
        assertThat(JSON.readTree(again.body())).isEqualTo(body);
        assertThat(etag(again)).isEqualTo("\"1\"");
    }

    @Test
    void keepsWhenAndHowTheRecordCameIn() throws SQLException {
        SessionRecord session = add(aSession()
                .organization(ORGANIZATION)
                .channel(Channel.FORM)
                .uploadedAt("2026-03-14T12:00:00.123Z")
                .createdAt("2026-03-15T12:00:00Z"));

        HttpResponse<String> answer = service.put(path(session), fields("acme.com", "AU"), "If-Match", "\"0\"");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(rows("select region || ' ' || channel || ' ' || revision || ' ' || to_char(uploaded_at at time zone"
                        + " 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') || ' ' || (created_at at time zone 'UTC')::date from session_record where id = '"
                        + session.id() + "'"))
                .containsExactly("AU form 1 2026-03-14 12:00:00.123 2026-03-15");
    }

    @Test
    void asksForTheRevisionAndRefusesAnother() {
        SessionRecord session = add(aSession().organization(ORGANIZATION));
        String body = fields("acme.com", "AU");

        HttpResponse<String> without = service.put(path(session), body);
        HttpResponse<String> other = service.put(path(session), body, "If-Match", "\"1\"");
        HttpResponse<String> weak = service.put(path(session), body, "If-Match", "W/\"0\"");
        HttpResponse<String> bare = service.put(path(session), body, "If-Match", "0");
        HttpResponse<String> deletion = service.delete(path(session), "If-Match", "\"3\"");

        assertThat(List.of(
                        without.statusCode(),
                        other.statusCode(),
                        weak.statusCode(),
                        bare.statusCode(),
                        deletion.statusCode()))
                .containsExactly(428, 412, 412, 400, 412);
        assertThat(without.body()).contains("/problems/precondition-required");
        assertThat(other.body()).contains("/problems/precondition-failed", "\"revision\":0");
        assertThat(service.put(path(session), body, "If-Match", "\"4\", \"0\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void namesEveryRuleThatIsBrokenAndStoresNothing() {
        SessionRecord session = add(aSession().organization(ORGANIZATION));

        HttpResponse<String> answer = service.put(
                path(session),
                "{\"id\":\"" + new UUID(1, 2) + "\",\"customer\":\"acme.com\",\"sessions\":0,\"source\":\"A\","
                        + "\"destination\":\"B\",\"colour\":\"red\"}",
                "If-Match",
                "\"0\"");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/invalid-record");
        assertThat(JSON.readTree(answer.body()).get("errors").valueStream())
                .extracting(error ->
                        error.get("field").asString() + " " + error.get("rule").asString())
                .containsExactlyInAnyOrder(
                        "id read-only", "region required", "sessions out-of-range", "colour unknown-field");
        assertThat(etag(service.get(path(session)))).isEqualTo("\"0\"");
    }

    @Test
    void writesNoVersionWhenNothingDiffers() {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("Same.Example"));

        HttpResponse<String> answer =
                service.put(path(session), service.get(path(session)).body(), "If-Match", "*");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(etag(answer)).isEqualTo("\"0\"");
        assertThat(answer.headers().firstValue(Position.HEADER)).isEmpty();
        assertThat(JSON.readTree(answer.body()).get("changed")).isEmpty();
    }

    @Test
    void answersForRecordsThatAreGone() {
        String unknown = "/api/sessions/" + new UUID(8, 9);

        assertThat(service.put(unknown, fields("a.com", "EU"), "If-Match", "*").statusCode())
                .isEqualTo(404);
        assertThat(service.delete(unknown).statusCode()).isEqualTo(404);
        assertThat(service.put("/api/sessions/7", "{}", "If-Match", "*").statusCode())
                .isEqualTo(400);
        assertThat(service.put(unknown, "[1]", "If-Match", "*").statusCode()).isEqualTo(400);
    }

    @Test
    void letsExactlyOneOfManyCorrectionsOfTheSameRevisionWin() {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("race.example"));

        List<Integer> answers = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> service.put(
                                        path(session),
                                        fields(
                                                number % 2 == 0 ? "race.example" : "raced-" + number + ".example",
                                                "R" + number),
                                        "If-Match",
                                        "\"0\"")
                                .statusCode(),
                        executor))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 412, 412, 412, 412, 412);
        assertThat(etag(service.get(path(session)))).isEqualTo("\"1\"");
    }

    @Test
    void movesARecordToAnotherCustomerAndBack() throws SQLException {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("from.example"));
        List<String> customers =
                List.of("to-1.example", "to-2.example", "to-3.example", "to-1.example", "from.example");

        for (int revision = 0; revision < customers.size(); revision++) {
            HttpResponse<String> answer = service.put(
                    path(session), fields(customers.get(revision), "EU"), "If-Match", "\"" + revision + "\"");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode read = JSON.readTree(
                    service.get(path(session) + "?after=" + position(answer)).body());
            assertThat(read.get("customer").asString()).isEqualTo(customers.get(revision));
        }

        assertThat(rows("select customer_key || ' ' || revision from session_record where id = '" + session.id() + "'"))
                .containsExactly("from.example 5");
        assertThat(service.delete(path(session)).statusCode()).isEqualTo(200);
        assertThat(service.get(path(session)).statusCode()).isEqualTo(404);
    }

    @Test
    void countsAMoveToAnotherCustomerAsOneCorrection() {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("counted-from.example"));
        JsonNode before = booked();

        HttpResponse<String> moved =
                service.put(path(session), fields("counted-to.example", "EU"), "If-Match", "\"0\"");

        assertThat(moved.statusCode()).isEqualTo(200);
        await().untilAsserted(() -> {
            JsonNode after = booked();
            assertThat(after.get("corrected").asInt())
                    .isEqualTo(before.get("corrected").asInt() + 1);
            for (String still : List.of("received", "recorded", "deleted", "live")) {
                assertThat(after.get(still)).as(still).isEqualTo(before.get(still));
            }
        });
    }

    private static JsonNode booked() {
        return JSON.readTree(service.get("/api/pipeline").body()).get("total");
    }

    @Test
    void saysWhichCustomersComeAndGo() {
        SessionRecord one = add(aSession().organization(ORGANIZATION).customer("twice.example"));
        add(aSession().organization(ORGANIZATION).customer("twice.example"));

        JsonNode moved = JSON.readTree(service.put(path(one), fields("new.example", "EU"), "If-Match", "\"0\"")
                .body());
        JsonNode back = JSON.readTree(service.put(path(one), fields("twice.example", "EU"), "If-Match", "\"1\"")
                .body());
        JsonNode deleted = JSON.readTree(service.delete(path(one)).body());

        assertThat(moved.at("/difference/customers").asInt()).isEqualTo(1);
        assertThat(moved.at("/difference/duplicate_customers").asInt()).isEqualTo(-1);
        assertThat(back.at("/difference/customers").asInt()).isEqualTo(-1);
        assertThat(back.at("/difference/duplicate_customers").asInt()).isEqualTo(1);
        assertThat(deleted.at("/difference").has("customers")).isFalse();
        assertThat(deleted.at("/difference/duplicate_customers").asInt()).isEqualTo(-1);
    }

    @Test
    void erasesACustomerAndFindsNothingAgain() throws SQLException {
        add(aSession().organization(ORGANIZATION).customer("Erase.Example"));
        SessionRecord other = add(aSession().organization(ORGANIZATION).customer("https://www.erase.example/"));
        SessionRecord kept = add(aSession().organization(ORGANIZATION).customer("not-erase.example"));
        topics.reject(rejection("Customer: ERASE.example\nRegion: EU"));
        topics.reject(rejection("Customer: somebody.example\nRegion: EU"));
        await().untilAsserted(() -> assertThat(rejections()).isEqualTo(2));

        HttpResponse<String> answer = service.delete("/api/customers/ERASE.example/sessions");
        HttpResponse<String> again = service.delete("/api/customers/erase.example/sessions");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode erased = JSON.readTree(answer.body());
        assertThat(erased.get("records").asInt()).isEqualTo(2);
        assertThat(erased.get("rejections").asInt()).isEqualTo(1);
        assertThat(erased.at("/difference/customers").asInt()).isEqualTo(-1);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(service.get(path(other)).statusCode()).isEqualTo(404);
        assertThat(service.get(path(kept)).statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(rejections()).isEqualTo(1));
        String entry = service.get(
                        "/api/audit?action=customer.erased&subject=" + CustomerErasures.digest("erase.example"))
                .body();
        assertThat(JSON.readTree(entry).at("/0/facts/records").asString()).isEqualTo("2");
        assertThat(entry).doesNotContainIgnoringCase("erase.example");
    }

    @Test
    void erasesWhatARecordWasPutRightFromEvenIfItNamesNobody() {
        SessionRejection nameless = rejection("Region: EU\nObservation: a personal matter");
        topics.reject(nameless);
        String path = "/api/rejections/" + nameless.id();
        await().untilAsserted(() -> assertThat(service.get(path).statusCode()).isEqualTo(200));
        HttpResponse<String> recorded = service.postJson(
                path + "/resubmit",
                "{\"text\":\"Customer: put-right-and-gone.example\\nRegion: EU\\nSessions: 3\\nSource: a\\nDestination: b\"}");
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);

        HttpResponse<String> answer = service.delete("/api/customers/put-right-and-gone.example/sessions");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("rejections").asInt()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(service.get(path).statusCode()).isEqualTo(404));
    }

    @Test
    void writesDownEveryChangeInAChain() throws SQLException {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("noted.example"));
        service.put(path(session), fields("noted.example", "AU"), "If-Match", "\"0\"");
        service.delete(path(session));

        HttpResponse<String> answer = service.get("/api/audit?subject=" + session.id());

        JsonNode entries = JSON.readTree(answer.body());
        assertThat(entries.valueStream())
                .extracting(entry -> entry.get("action").asString() + " "
                        + entry.get("actor").asString())
                .containsExactly("record.deleted anonymous", "record.corrected anonymous");
        assertThat(entries.at("/1/facts").toString())
                .contains("\"revision\":\"1\"", "\"fields\":\"region,time_consumed\"");
        assertThat(answer.headers().firstValue("X-Total-Count")).hasValue("2");
        assertThat(answer.headers().firstValue("Audit-Head")).hasValue(recomputedChain());
    }

    @Test
    void showsTheAuditLogToPeople() {
        SessionRecord session = add(aSession().organization(ORGANIZATION));
        service.delete(path(session));

        HttpResponse<String> page = service.get("/audit?subject=" + session.id());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Record deleted", session.id().toString(), "The head of the chain");
    }

    @Test
    void savesAnEditedRecordAndKeepsWhatIsTypedWhenItCannot() {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("edited.example"));
        String address = "/reports/" + session.id() + "/edit?q=edited";
        EditedForm form = EditedForm.open(service, address);

        HttpResponse<String> wrong = form.with("sessions", "many").send(service);
        HttpResponse<String> saved = form.with("sessions", "8").send(service);
        HttpResponse<String> late = form.with("region", "Mine").send(service);

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("value=\"many\"", "id=\"sessions-error\"", "value=\"edited.example\"");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).hasValue("/reports?q=edited");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body())
                .contains("Changed meanwhile", "changed <span>Sessions, Time consumed</span>", "value=\"Mine\"")
                .contains("name=\"revision\" value=\"1\"");
        assertThat(form.with("revision", "1")
                        .with("region", "Mine")
                        .send(service)
                        .statusCode())
                .isEqualTo(303);
        assertThat(service.get("/reports/" + session.id() + "/edit").body()).contains("value=\"Mine\"");
    }

    private static String recomputedChain() throws SQLException {
        AuditChain chain = AuditChain.EMPTY;
        for (String entry : rows("select encode(entry, 'hex') from audit_entry where organization = '" + ORGANIZATION
                + "' order by sequence")) {
            chain = chain.and(HexFormat.of().parseHex(entry));
        }
        return chain.sequence() + ":" + chain.head();
    }

    private static SessionRecord add(SessionRecords builder) {
        SessionRecord session = builder.build();
        Position written = topics.add(session);
        await().untilAsserted(() -> assertThat(
                        service.get(path(session) + "?after=" + written).statusCode())
                .isEqualTo(200));
        return session;
    }

    private static SessionRejection rejection(String text) {
        return new SessionRejection(
                new OrganizationId(ORGANIZATION),
                aSession().build().id(),
                Instant.parse("2026-03-14T12:00:00Z"),
                new Origin(Channel.TEXT, "", null, 1, null),
                RecordFormat.TEXT,
                text,
                List.of(new Violation("sessions", 1, "", "required", "Sessions is required")),
                null);
    }

    private static long rejections() throws SQLException {
        return Long.parseLong(
                rows("select count(*)::text from session_rejection where organization = '" + ORGANIZATION + "'")
                        .get(0));
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(database, TestPostgres.username(), TestPostgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static String fields(String customer, String region) {
        return String.format(
                Locale.ROOT,
                "{\"customer\":\"%s\",\"region\":\"%s\",\"sessions\":3,\"source\":\"MySQL\",\"destination\":\"BigQuery\"}",
                customer,
                region);
    }

    private static String path(SessionRecord session) {
        return "/api/sessions/" + session.id();
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("none");
    }

    private static String position(HttpResponse<String> answer) {
        return answer.headers().firstValue(Position.HEADER).orElseThrow();
    }

    /** A form as a browser without scripts has it. */
    private record EditedForm(String address, Map<String, String> values, String cookie) {

        private static final Pattern INPUT = Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*>");

        static EditedForm open(RunningQueryService service, String address) {
            HttpResponse<String> page = service.get(address);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            Map<String, String> values = new LinkedHashMap<>();
            Matcher inputs = INPUT.matcher(page.body());
            while (inputs.find()) {
                Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(inputs.group());
                if (!inputs.group().contains("type=\"checkbox\"")) {
                    values.put(inputs.group(1), value.find() ? value.group(1) : "");
                }
            }
            String cookie = page.headers().allValues("Set-Cookie").stream()
                    .filter(set -> set.startsWith("csa-csrf="))
                    .map(set -> set.substring(0, set.indexOf(';')))
                    .findFirst()
                    .orElseThrow();
            return new EditedForm(address, values, cookie);
        }

        EditedForm with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(values);
            changed.put(name, value);
            return new EditedForm(address, changed, cookie);
        }

        HttpResponse<String> send(RunningQueryService service) {
            String body = values.entrySet().stream()
                    .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return service.post(address, body, "Cookie", cookie);
        }
    }
}
