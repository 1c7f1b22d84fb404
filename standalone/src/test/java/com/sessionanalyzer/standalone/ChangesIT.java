package com.sessionanalyzer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.Instance;
import com.sessionanalyzer.testing.Submissions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole product: records come, change, move and go, and every number is what a recount of the rows says. The tests share
 * one instance, and each of them leaves no record behind.
 */
class ChangesIT {

    private static final Duration START = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> CUSTOMERS = List.of("one.example", "Two.example", "three.example");
    private static final List<String> REGIONS = List.of("EU", "US", "AU");

    @TempDir
    private static Path directory;

    private static int port;
    private static RunningCsa csa;
    private static Instance instance;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(7);
    private final Map<String, Integer> revisions = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        port = RunningCsa.freePort();
        csa = RunningCsa.run(directory, "start", "--port", "" + port, "--data", "data");
        await().atMost(START).until(() -> !csa.isRunning() || csa.output().contains("is ready"));
        instance = Instance.find(new DataDirectory(directory.resolve("data"))).orElseThrow();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        csa.interrupt();
        csa.waitForEnd();
    }

    @Test
    void everyNumberIsWhatARecountSaysAfterAnyChanges() throws Exception {
        for (int step = 0; step < 40; step++) {
            HttpResponse<String> answer = change();
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
            assertAgreement(answer.headers().firstValue(Position.HEADER).orElse(""));
            JsonNode moved = JSON.readTree(answer.body());
            if (answer.statusCode() == 200 && moved.has("moved")) {
                assertThat(moved.get("settled").asBoolean()).as(answer.body()).isTrue();
                moved.get("difference").properties().forEach(number -> assertMoved(moved, number.getKey()));
            }
        }

        HttpResponse<String> erased = send("DELETE", "/api/customers/TWO.example/sessions", "");
        assertThat(erased.statusCode()).isIn(200, 404);
        assertThat(send("DELETE", "/api/customers/two.example/sessions", "").statusCode())
                .isEqualTo(404);
        assertThat(verify(0)).contains("All equal.", "chained to ");
        for (String customer : CUSTOMERS) {
            send("DELETE", "/api/customers/" + customer + "/sessions", "");
        }
        assertThat(query("select count(*) from session_record")).isZero();
    }

    @Test
    void erasedRecordsDoNotComeBackWithALateRetry() throws Exception {
        String body = fields("erased.example", "EU");
        HttpResponse<String> first = send("POST", "/api/upload", body, "Idempotency-Key", "late-1");
        assertThat(send("DELETE", "/api/customers/erased.example/sessions", "").statusCode())
                .isEqualTo(200);

        HttpResponse<String> late = send("POST", "/api/upload", body, "Idempotency-Key", "late-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(late.statusCode()).as(late.body()).isEqualTo(201);
        assertThat(late.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(query("select count(*) from session_record")).isZero();
        assertThat(send("DELETE", "/api/customers/erased.example/sessions", "").statusCode())
                .isEqualTo(404);
        assertThat(JSON.readTree(send("GET", "/api/insights", "").body())
                        .get("total_records")
                        .asLong())
                .isZero();
    }

    @Test
    void everyWayInFollowsAMergeAndUndoingItRestoresEveryNumber() throws Exception {
        for (String customer : List.of("kept.example", "Kept.Example", "Merged Ltd", "MERGED ltd", "merged ltd")) {
            String id = created(send("POST", "/api/upload", fields(customer, "EU")));
            await().untilAsserted(() -> assertThat(
                            send("GET", "/api/sessions/" + id, "").statusCode())
                    .isEqualTo(200));
        }
        await().untilAsserted(() ->
                assertThat(insights().get("total_records").asLong()).isEqualTo(5));
        JsonNode before = insights();

        HttpResponse<String> merged = decide("merge", "{\"customer\":\"Merged Ltd\",\"into\":\"kept.example\"}");

        assertMoved(JSON.readTree(merged.body()), "customers");
        assertThat(insights().get("total_customers").asLong()).isEqualTo(1);
        assertThat(insights().at("/duplicate_customers/0/customer").asString()).isEqualTo("kept.example");
        HttpResponse<String> api = send("POST", "/api/upload", fields("Merged LTD", "US"));
        assertThat(JSON.readTree(api.body()).at("/earlier/records").asLong()).isEqualTo(5);
        send("POST", "/api/sessions/bulk", fields("MERGED Ltd", "US"), "Content-Type", "application/x-ndjson");
        Submissions.send(
                instance.bootstrapServers(),
                SessionTopics.SUBMISSIONS,
                Map.of("content-type", "application/x-ndjson"),
                fields("merged LTD", "AU").getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(
                        query("select count(*) from session_record where customer_key = 'kept.example'"))
                .isEqualTo(8));
        assertThat(query("select count(*) from session_record where customer_key = 'merged ltd'"))
                .isZero();
        assertThat(verify(0)).contains("All equal.");

        decide("undo", "{\"customer\":\"merged ltd\"}");

        assertThat(query("select count(*) from session_record where customer_key = 'merged ltd'"))
                .isEqualTo(6);
        for (String late : late()) {
            assertThat(send("DELETE", "/api/sessions/" + late, "").statusCode()).isEqualTo(200);
        }
        await().untilAsserted(() -> assertThat(insights()).isEqualTo(before));
        assertThat(verify(0)).contains("All equal.");
        assertThat(send("DELETE", "/api/customers/merged%20ltd/sessions", "").statusCode())
                .isEqualTo(200);
        assertThat(send("DELETE", "/api/customers/kept.example/sessions", "").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/api/duplicates/merges", "").body()).isEqualTo("[]");
    }

    private JsonNode insights() throws Exception {
        ObjectNode insights =
                (ObjectNode) JSON.readTree(send("GET", "/api/insights", "").body());
        insights.remove("as_of");
        return insights;
    }

    private HttpResponse<String> decide(String what, String body) throws Exception {
        HttpResponse<String> answer = send("POST", "/api/duplicates/" + what, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("settled").asBoolean())
                .as(answer.body())
                .isTrue();
        return answer;
    }

    private static List<String> late() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id::text from session_record where region <> 'EU'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    @Test
    void verificationFindsAnAuditEntryThatWasTouched() throws Exception {
        String id = created(send("POST", "/api/upload", fields("touched.example", "EU")));
        assertThat(send("DELETE", "/api/sessions/" + id, "").statusCode()).isEqualTo(200);
        assertThat(verify(0)).containsPattern("Audit: (\\d+) rows with \\1 entries");

        change("update audit_entry set hash = reverse(hash) where sequence = 1");

        assertThat(verify(1)).contains("audit entry 1 hash: the log says ");
        change("update audit_entry set hash = reverse(hash) where sequence = 1");
    }

    private HttpResponse<String> change() throws Exception {
        int kind = revisions.size() < 3 ? 0 : random.nextInt(5);
        if (kind == 0) {
            HttpResponse<String> answer = send("POST", "/api/upload", fields(any(CUSTOMERS), any(REGIONS)));
            revisions.put(created(answer), 0);
            return answer;
        }
        String id = any(new ArrayList<>(revisions.keySet()));
        if (kind == 1) {
            revisions.remove(id);
            return send("DELETE", "/api/sessions/" + id, "");
        }
        HttpResponse<String> answer = send(
                "PUT",
                "/api/sessions/" + id,
                fields(any(CUSTOMERS), any(REGIONS)),
                "If-Match",
                "\"" + revisions.get(id) + "\"");
        answer.headers()
                .firstValue("ETag")
                .ifPresent(tag -> revisions.put(id, Integer.parseInt(tag.replace("\"", ""))));
        return answer;
    }

    private void assertAgreement(String position) throws Exception {
        JsonNode insights = JSON.readTree(
                send("GET", "/api/insights?limit=0&after=" + position, "").body());
        HttpResponse<String> list = send("GET", "/api/sessions?page_size=100&after=" + position, "");
        assertThat(insights.get("total_records").asLong())
                .isEqualTo(revisions.size())
                .isEqualTo(JSON.readTree(list.body()).size())
                .isEqualTo(query("select count(*) from session_record"));
        assertThat(insights.get("total_sessions_reviewed").asLong())
                .isEqualTo(query("select coalesce(sum(sessions), 0) from session_record"));
        assertThat(insights.get("total_time_consumed_minutes").asLong())
                .isEqualTo(query("select coalesce(sum(minutes), 0) from session_record"));
        assertThat(insights.get("total_customers").asLong())
                .isEqualTo(query("select count(distinct customer_key) from session_record"));
        assertThat(insights.get("duplicate_customers_count").asLong())
                .isEqualTo(query("select count(*) from (select 1 from session_record group by customer_key"
                        + " having count(*) > 1) repeated"));
        for (String region : REGIONS) {
            assertThat(insights.at("/region_distribution/" + region).asLong(0))
                    .isEqualTo(query("select count(*) from session_record where region = '" + region + "'"));
        }
    }

    private static void assertMoved(JsonNode answer, String number) {
        JsonNode difference = answer.get("difference").get(number);
        JsonNode moved = answer.get("moved").get(number);
        if (difference.isNumber()) {
            assertThat(moved.get(1).asLong() - moved.get(0).asLong()).as(number).isEqualTo(difference.asLong());
        } else {
            difference
                    .properties()
                    .forEach(
                            value -> assertThat(moved.get(value.getKey()).get(1).asLong()
                                            - moved.get(value.getKey()).get(0).asLong())
                                    .as(number + " " + value.getKey())
                                    .isEqualTo(value.getValue().asLong()));
        }
    }

    private String fields(String customer, String region) {
        String minutes = random.nextBoolean() ? "null" : Integer.toString(1 + random.nextInt(120));
        return String.format(
                Locale.ROOT,
                "{\"customer\":\"%s\",\"region\":\"%s\",\"sessions\":%d,\"source\":\"MySQL\",\"destination\":\"BQ\","
                        + "\"time_consumed\":%s}",
                customer,
                region,
                1 + random.nextInt(9),
                minutes);
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String verify(int status) {
        return Commands.verify(status, "--data", directory.resolve("data").toString());
    }

    private long query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(instance.jdbcUrl(), instance.jdbcUser(), instance.jdbcPassword());
    }
}
