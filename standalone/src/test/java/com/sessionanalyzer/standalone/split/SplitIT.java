package com.sessionanalyzer.standalone.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.testing.process.ServiceProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser or program sees of the three services behind one origin. */
@TestMethodOrder(OrderAnnotation.class)
class SplitIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(15);

    @TempDir
    static Path directory;

    private static Split split;

    @BeforeAll
    static void start() throws IOException {
        split = new Split(directory);
        split.start("minimal");
    }

    @AfterAll
    static void stop() throws IOException {
        split.close();
    }

    @Test
    void showsARecordAndForgetsItAgain() {
        HttpResponse<String> posted = split.post("one.example", 3);
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
        String id = first("\"id\" ?: ?\"([0-9a-f-]{36})\"", posted.body());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(insightsAfter(posted)).contains("one.example"));
        assertThat(split.get(
                                "/api/sessions/" + id,
                                Position.HEADER,
                                Split.position(posted).toString())
                        .body())
                .contains("one.example");

        HttpResponse<String> deleted = split.delete("/api/sessions/" + id);
        assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(insightsAfter(deleted)).doesNotContain("one.example"));
        assertThat(split.get("/api/sessions/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void sendsNewsAsTheyCome() throws IOException {
        try (Socket connection = connect()) {
            write(connection, "GET /api/insights/stream HTTP/1.1\r\nHost: localhost:" + split.port() + "\r\n\r\n");
            BufferedReader stream = reader(connection);
            assertThat(stream.readLine()).contains("200");
            String before = numbers(stream);

            assertThat(split.post("live.example", 5).statusCode()).isEqualTo(201);

            assertThat(numbers(stream)).isNotEqualTo(before);
        }
    }

    /** The next event with numbers. */
    private static String numbers(BufferedReader stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data: ") && line.contains("total_records"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void carriesAMessageFromOneServicesPageToAnothers() {
        HttpResponse<String> page = split.get("/input");
        String token = first("name=\"_csrf\" value=\"([^\"]+)\"", page.body());

        HttpResponse<String> sent = split.postForm(
                "/upload",
                "_csrf=" + token + "&page=%2F&session_data="
                        + "Customer%3A%20form.example%0ARegion%3A%20EU%0ASessions%3A%201%0ASource%3A%20MySQL%0ADestination%3A%20BQ",
                cookies(page));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/"));
        assertThat(split.get("/", "Cookie", cookies(sent)).body()).contains("uploaded successfully");
    }

    @Test
    void describesBothApisAndKeepsWhatIsForOperatorsInside() {
        assertThat(split.get("/v3/api-docs").body()).contains("/api/insights");
        assertThat(split.get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(split.services()).allSatisfy(service -> {
            assertThat(service.status("/livez")).isEqualTo(200);
            assertThat(service.status("/readyz")).isEqualTo(200);
            assertThat(service.status("/actuator/health/readiness")).isEqualTo(200);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "analytics-service", "query-service"})
    void healsWhenAServiceIsKilled(String name) {
        String customer = name + ".example";
        ServiceProcess victim = split.services().stream()
                .filter(service -> service.service().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(split.post("before." + customer, 1).statusCode()).isEqualTo(201);

        victim.kill();
        if (!name.equals("ingest-service")) {
            assertThat(split.post("meanwhile." + customer, 1).statusCode()).isEqualTo(201);
        }
        victim.start("full").awaitReady();
        HttpResponse<String> after = split.post("after." + customer, 1);

        assertThat(after.statusCode()).as(after.body()).isEqualTo(201);
        List<String> stored = name.equals("ingest-service")
                ? List.of("before." + customer, "after." + customer)
                : List.of("before." + customer, "meanwhile." + customer, "after." + customer);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(insightsAfter(after)).contains(stored));
    }

    /** The last one, for it ends all of them. */
    @Test
    @Order(Integer.MAX_VALUE)
    void answersWhatItHasBegunBeforeItEnds() throws IOException {
        String body = "{\"customer\": \"late.example\", \"region\": \"EU\", \"sessions\": 1,"
                + " \"source\": \"MySQL\", \"destination\": \"BQ\"}";
        try (Socket live = connect();
                Socket post = new Socket(InetAddress.getLoopbackAddress(), split.ingest.port())) {
            write(live, "GET /api/insights/stream HTTP/1.1\r\nHost: localhost:" + split.port() + "\r\n\r\n");
            assertThat(reader(live).readLine()).contains("200");
            write(
                    post,
                    "POST /api/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n");
            BufferedReader answer = reader(post);
            assertThat(answer.readLine()).contains("100");

            split.services().forEach(ServiceProcess::terminate);
            await().atMost(PATIENCE).until(() -> split.ingest.status("/livez") == 0);
            write(post, body);

            assertThat(answer.lines().dropWhile(String::isEmpty).findFirst().orElseThrow())
                    .contains("201");
            assertThat(split.services())
                    .allSatisfy(service -> assertThat(service.hasEnded(STOP))
                            .as(service.output())
                            .isTrue());
        }
    }

    private static String insightsAfter(HttpResponse<String> written) {
        HttpResponse<String> insights = split.get(
                "/api/insights?limit=1000",
                Position.HEADER,
                Split.position(written).toString());
        assertThat(insights.statusCode()).as(insights.body()).isEqualTo(200);
        return insights.body();
    }

    private static String cookies(HttpResponse<String> answer) {
        List<String> cookies = answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .toList();
        return String.join("; ", cookies);
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + pattern + " in " + text));
    }

    private static Socket connect() throws IOException {
        Socket connection = new Socket(InetAddress.getLoopbackAddress(), split.port());
        connection.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        return connection;
    }

    private static void write(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static BufferedReader reader(Socket connection) throws IOException {
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }
}
