package com.sessionanalyzer.query.session.export;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.testing.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExportIT {

    private static final String ORGANIZATION = "exports";
    private static final String MANY = "many-exports";
    private static final int LARGE = 150_000;

    private static final HttpClient http = HttpClient.newHttpClient();

    private static String database;
    private static RunningQueryService service;
    private static Position written = Position.BEGINNING;

    @BeforeAll
    static void start() {
        database = TestPostgres.newDatabase();
        service = RunningQueryService.start(
                ORGANIZATION, database, "--csa.organization.time-zone=Europe/Prague", "--csa.query.exports=1");
        try (WrittenTopics topics = new WrittenTopics()) {
            written = written.and(topics.add(aSession()
                    .organization(ORGANIZATION)
                    .customer("-2+3 \"Acme\", Ltd")
                    .region("EU")
                    .sessions(3)
                    .minutes(15)
                    .observation("=HYPERLINK(\"x\")\nsecond line, \uD83D\uDE00")
                    .highlight(HighlightType.OTHER, "https://tickets.example/1", "'quoted")
                    .uploadedAt("2026-07-14T22:30:00.5Z")
                    .createdAt("2026-07-14T22:30:00.5Z")
                    .localDay("2026-07-15")
                    .build()));
            written = written.and(topics.add(aSession()
                    .organization(ORGANIZATION)
                    .customer("plain.example")
                    .region("US")
                    .sessions(4)
                    .untimed()
                    .observation("")
                    .uploadedAt("2026-01-14T23:30:00Z")
                    .createdAt("2026-01-14T23:30:00Z")
                    .localDay("2026-01-15")
                    .build()));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void writesCsvThatASpreadsheetDoesNotCalculate() throws Exception {
        HttpResponse<String> file =
                get("format=csv&columns=customer,sessions,time_consumed,observation,highlight_details,uploaded_at");

        assertThat(file.body())
                .isEqualTo("customer,sessions,time_consumed,observation,highlight_details,uploaded_at\r\n"
                        + "\"'-2+3 \"\"Acme\"\", Ltd\",3,15,\"'=HYPERLINK(\"\"x\"\")\nsecond line, \uD83D\uDE00\","
                        + "''quoted,2026-07-15T00:30:00.500+02:00\r\n"
                        + "plain.example,4,,,,2026-01-15T00:30+01:00\r\n");
        assertThat(file.headers().firstValue("X-Time-Zone")).hasValue("Europe/Prague");
        assertThat(file.headers().firstValue("X-Filter")).hasValue("region=EU&region=US");
        assertThat(file.headers().firstValue("X-As-Of")).isPresent();
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"sessions-exports-\\d{8}T\\d{6}Z\\.csv\"");
    }

    @Test
    void saysWhatItIsInLinesOfItsOwnWhenAsked() throws Exception {
        String csv =
                get("format=csv&about=true&bom=true&region=US&columns=customer").body();
        String lines = get("format=jsonl&about=true&region=US&columns=customer").body();

        assertThat(csv)
                .startsWith("\uFEFF# organization: exports\r\n# filter: region=US\r\n")
                .endsWith("customer\r\nplain.example\r\n# records: 1\r\n");
        assertThat(lines)
                .startsWith("{\"about\":{\"organization\":\"exports\",\"filter\":\"region=US\"")
                .endsWith("{\"customer\":\"plain.example\"}\n{\"end\":{\"records\":1}}\n");
    }

    @Test
    void writesJsonLinesAsTheApiAnswers() throws Exception {
        String file = get("format=jsonl&sort=sessions&order=asc").body();
        String answer = service.get("/api/sessions?sort=sessions&order=asc&region=EU&region=US&after=" + written)
                .body();

        assertThat("[" + file.strip().replace("\n", ",") + "]").isEqualTo(answer);
    }

    @Test
    void writesAWorkbookWithTheRecordsAndWhatTheyAre() throws Exception {
        HttpResponse<byte[]> file = http.send(
                request("format=xlsx&columns=customer,sessions,observation,uploaded_at"),
                HttpResponse.BodyHandlers.ofByteArray());
        Map<String, String> parts = unzipped(file.body());

        assertThat(parts.get("xl/workbook.xml")).contains("name=\"Records\"").contains("name=\"About\"");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("=HYPERLINK(&quot;x&quot;)")
                .contains("<v>3</v>")
                .doesNotContain("<f>");
        assertThat(parts.get("xl/worksheets/sheet2.xml"))
                .contains("Europe/Prague")
                .contains("region=EU");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(get("format=pdf").body())
                .contains("\"parameter\":\"format\"")
                .contains("csv, jsonl, xlsx");
        assertThat(get("colour=red").statusCode()).isEqualTo(400);
        assertThat(get("sort=colour").body()).contains("\"parameter\":\"sort\"");
    }

    @Test
    void cutsTheConnectionWhenTheDatabaseFailsInTheMiddle() throws Exception {
        fill();
        HttpResponse<InputStream> file =
                http.send(request("format=csv&region=" + MANY), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body().readNBytes(100_000)).hasSize(100_000);

        await().untilAsserted(() -> assertThat(endedExports()).isPositive());

        assertThatThrownBy(() -> file.body().readAllBytes()).isInstanceOf(IOException.class);
        await().untilAsserted(() -> assertThat(get("format=csv").statusCode()).isEqualTo(200));
    }

    @Test
    void endsTheQueryWhenTheClientGoesAndLetsTheNextOneIn() throws Exception {
        fill();
        HttpResponse<InputStream> file =
                http.send(request("format=jsonl&region=" + MANY), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(file.body().readNBytes(100_000)).hasSize(100_000);
        HttpResponse<String> refused = get("format=csv");

        file.body().close();

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("exports");
        await().untilAsserted(() -> assertThat(get("format=csv").statusCode()).isEqualTo(200));
    }

    private static HttpResponse<String> get(String query) throws IOException, InterruptedException {
        return http.send(request(query), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest request(String query) {
        String everything = query.contains("region=") ? query : query + "&region=EU&region=US";
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/sessions/export?"
                        + (query.contains("pdf") || query.contains("colour") ? query : everything) + "&after="
                        + written))
                .build();
    }

    /** As many rows as no buffer between here and there holds. */
    private static synchronized void fill() throws SQLException {
        execute("insert into session_record (organization, id, customer, customer_key, region, sessions, source,"
                + " destination, observation, uploaded_at, created_at, local_day, channel, search_text, revision, sender,"
                + " line, log_partition, log_offset, logged_at) select '" + ORGANIZATION + "', gen_random_uuid(),"
                + " 'c' || i, 'c' || i, '" + MANY
                + "', 1, 's', 'd', repeat('x', 300), now(), now(), current_date, 'api',"
                + " 'x', 0, '', 0, 0, 0, now() from generate_series(1, " + LARGE + ") i"
                + " where not exists (select from session_record where region = '" + MANY + "')");
    }

    private static int endedExports() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database, TestPostgres.username(), TestPostgres.password());
                Statement statement = connection.createStatement();
                ResultSet ended = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()"
                        + " and state <> 'idle' and query like '%from session_record%order by%'")) {
            ended.next();
            return ended.getInt(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database, TestPostgres.username(), TestPostgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, String> unzipped(byte[] file) throws IOException {
        Path path = Files.write(Files.createTempFile(Path.of("target"), "export", ".xlsx"), file);
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
