package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.BulkContents;
import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.ingest.MemoryIngest;
import com.sessionanalyzer.intake.MemoryLog;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = MemoryIngest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=ingest-service")
class SessionBulkTests {

    private static final String NDJSON = "application/x-ndjson";

    @Autowired
    private MemoryLog log;

    private HttpPosts posts;

    @BeforeEach
    void setUp(@LocalServerPort int port) {
        log.clear();
        log.available(true);
        posts = new HttpPosts(port);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-ndjson", "text/csv"})
    void settlesEachFormatAsItIsAndPacked(String type) throws Exception {
        byte[] content = BulkContents.of(type, 3);

        HttpResponse<String> plain = posts.bulk("", type, content, Map.of());
        HttpResponse<String> packed =
                posts.bulk("", type, BulkContents.gzip(content), Map.of("Content-Encoding", "gzip"));

        for (HttpResponse<String> answer : List.of(plain, packed)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(totals(answer)).containsExactly(3, 3, 0, 0);
            assertThat(HttpPosts.read(answer).path("bytes").asInt()).isEqualTo(content.length);
        }
        assertThat(customers()).hasSize(6).contains("customer-0.example", "customer-2.example");
    }

    @Test
    void tellsWhatWasRejectedAndWhereAndStillAnswersOk() throws Exception {
        String content = BulkContents.line(0) + "{\"customer\": \"x\"}\nnot json\n" + BulkContents.line(1);

        HttpResponse<String> answer = posts.bulk("?name=some.ndjson", NDJSON, bytes(content), Map.of());

        JsonNode body = HttpPosts.read(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(totals(answer)).containsExactly(4, 2, 0, 2);
        assertThat(body.path("name").asString()).isEqualTo("some.ndjson");
        assertThat(body.path("state").asString()).isEqualTo("complete");
        assertThat(body.path("rejections").path(0).path("line").asInt()).isEqualTo(2);
        assertThat(body.path("rejections").path(0).path("field").asString()).isEqualTo("region");
        assertThat(body.path("rejections").path(0).path("rule").asString()).isEqualTo("required");
        assertThat(body.path("rejections").path(4).path("line").asInt()).isEqualTo(3);
        String id = body.path("id").asString();
        assertThat(body.path("links").path("rejects").asString()).isEqualTo("/rejects?delivery=" + id);
        assertThat(body.path("links").path("rejections").asString()).isEqualTo("/api/rejections?delivery=" + id);
        assertThat(body.path("links").path("download").asString())
                .startsWith("/api/rejections/download?delivery=" + id + "&format=");
        assertThat(log.messages(SessionTopics.REJECTIONS))
                .extracting(message ->
                        SessionRejectionCodec.decode(message.value()).origin().delivery())
                .containsOnly(UUID.fromString(id));
    }

    @Test
    void answersOkWhenEverythingIsRejected() throws Exception {
        HttpResponse<String> answer = posts.bulk("", NDJSON, bytes("{}\n[]\n"), Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(totals(answer)).containsExactly(2, 0, 0, 2);
    }

    @Test
    void namesAPositionThatContainsEveryRecord() throws Exception {
        HttpResponse<String> answer = posts.bulk("", NDJSON, BulkContents.of(NDJSON, 20), Map.of());

        Position position =
                Position.parse(answer.headers().firstValue(Position.HEADER).orElseThrow());
        assertThat(position.toString())
                .isEqualTo(HttpPosts.read(answer).path("position").asString())
                .isNotEmpty();
    }

    @Test
    void listsNoMoreThanAThousandFaults() throws Exception {
        HttpResponse<String> answer = posts.bulk("", NDJSON, bytes("{}\n".repeat(600)), Map.of());

        assertThat(totals(answer)).containsExactly(600, 0, 0, 600);
        assertThat(HttpPosts.read(answer).path("rejections")).hasSize(1_000);
        assertThat(log.messages(SessionTopics.REJECTIONS)).hasSize(600);
    }

    @Test
    void answersEachRecordWhenAsked() throws Exception {
        String content = BulkContents.line(0) + "{}\n" + BulkContents.line(1);

        HttpResponse<String> answer = posts.bulk("", NDJSON, bytes(content), Map.of("Accept", NDJSON));

        List<JsonNode> lines = lines(answer);
        UUID delivery = UUID.fromString(lines.get(3).path("id").asString());
        assertThat(answer.headers().firstValue("Content-Type")).contains(NDJSON);
        assertThat(lines).extracting(line -> line.path("line").asInt()).startsWith(1, 2, 3);
        assertThat(lines)
                .extracting(line -> line.path("fate").asString())
                .startsWith("recorded", "rejected", "recorded");
        assertThat(lines.get(0).path("id").asString())
                .isEqualTo(RecordIds.derived(delivery, 0).toString());
        assertThat(lines.get(1).path("violations").path(0).path("field").asString())
                .isEqualTo("customer");
        assertThat(lines.get(3).path("received").asInt()).isEqualTo(3);
        assertThat(lines.get(3).path("state").asString()).isEqualTo("complete");
    }

    @Test
    void publishesNothingInADryRun() throws Exception {
        String content = BulkContents.line(0) + "{}\n";

        HttpResponse<String> answer = posts.bulk("?dry_run=true", NDJSON, bytes(content), Map.of());

        assertThat(totals(answer)).containsExactly(2, 1, 0, 1);
        assertThat(HttpPosts.read(answer).path("state").asString()).isEqualTo("dry-run");
        assertThat(answer.headers().firstValue(Position.HEADER)).isEmpty();
        assertThat(log.messages(SessionTopics.RECORDS)).isEmpty();
        assertThat(HttpPosts.read(posts.get("/api/imports", "application/json")))
                .isEmpty();
    }

    @Test
    void replaysTheWholeWhenItIsSentAgainWithItsKey() throws Exception {
        byte[] content = bytes(BulkContents.line(0) + "{}\n" + BulkContents.line(1));
        HttpResponse<String> first = posts.bulk("", NDJSON, content, key("again"));

        HttpResponse<String> second = posts.bulk("", NDJSON, content, key("again"));

        assertThat(totals(first)).containsExactly(3, 2, 0, 1);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(totals(second)).containsExactly(3, 0, 3, 0);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(HttpPosts.read(second).path("id"))
                .isEqualTo(HttpPosts.read(first).path("id"));
        assertThat(HttpPosts.read(second).path("position"))
                .isEqualTo(HttpPosts.read(first).path("position"));
        assertThat(HttpPosts.read(second).path("total").path("recorded").asInt())
                .isEqualTo(2);
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(2);
    }

    @Test
    void settlesOnlyTheRestOfWhatBrokeOff() throws Exception {
        byte[] content = BulkContents.of(NDJSON, 5_000);
        byte[] packed = BulkContents.gzip(content);
        HttpResponse<String> broken =
                posts.bulk("", NDJSON, Arrays.copyOf(packed, packed.length * 2 / 3), packedKey("goes-on"));
        int before = HttpPosts.read(broken).path("received").asInt();

        HttpResponse<String> rest = posts.bulk("", NDJSON, content, key("goes-on"));

        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(400);
        assertThat(HttpPosts.read(broken).path("type").asString()).isEqualTo("/problems/unreadable-content");
        assertThat(HttpPosts.read(broken).path("state").asString()).isEqualTo("interrupted");
        assertThat(HttpPosts.read(broken).path("line").asInt()).isEqualTo(before);
        assertThat(before).isPositive().isLessThan(5_000);
        assertThat(totals(rest)).containsExactly(5_000, 5_000 - before, before, 0);
        assertThat(customers()).hasSize(5_000).doesNotHaveDuplicates();
        assertThat(ids()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void saysThatWhatIsSettledOfADamagedContentNeedsAnotherKey() throws Exception {
        byte[] packed = BulkContents.gzip(BulkContents.of(NDJSON, 5_000));
        packed[packed.length - 8] ^= 1;

        HttpResponse<String> answer = posts.bulk("", NDJSON, packed, packedKey("damaged"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(HttpPosts.read(answer).path("received").asInt()).isPositive();
        assertThat(HttpPosts.read(answer).path("detail").asString())
                .contains("its checksum is wrong", "with another Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/csv"})
    void goesOnInTheMiddleOfWhatItCannotCutAt(String type) throws Exception {
        byte[] content = BulkContents.of(type, 4_000);
        byte[] packed = BulkContents.gzip(content);
        HttpResponse<String> broken = posts.bulk(
                "", type, Arrays.copyOf(packed, packed.length / 2), packedKey("middle-" + type.replace('/', '-')));
        int before = HttpPosts.read(broken).path("received").asInt();

        HttpResponse<String> rest = posts.bulk("", type, content, key("middle-" + type.replace('/', '-')));

        assertThat(before).isPositive();
        assertThat(totals(rest)).containsExactly(4_000, 4_000 - before, before, 0);
        assertThat(customers()).hasSize(4_000).doesNotHaveDuplicates();
    }

    @Test
    void refusesAnotherContentUnderTheSameKey() throws Exception {
        posts.bulk("", NDJSON, BulkContents.of(NDJSON, 3), key("used"));

        for (byte[] other : List.of(
                bytes(BulkContents.line(9)),
                BulkContents.of(NDJSON, 4),
                bytes(BulkContents.line(1) + BulkContents.line(0) + BulkContents.line(2)))) {
            HttpResponse<String> answer = posts.bulk("", NDJSON, other, key("used"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(HttpPosts.read(answer).path("type").asString()).isEqualTo("/problems/idempotency-key-reused");
        }
        assertThat(posts.bulk("", "text/plain", bytes("x"), key("used")).statusCode())
                .isEqualTo(422);
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(3);
    }

    @Test
    void replaysWhatIsLongerThanASegment() throws Exception {
        byte[] content = BulkContents.of(NDJSON, 5_000);
        posts.bulk("", NDJSON, content, key("long"));

        HttpResponse<String> answer = posts.bulk("", NDJSON, content, key("long"));

        assertThat(totals(answer)).containsExactly(5_000, 0, 5_000, 0);
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(5_000);
    }

    @Test
    void endsWithTheRefusalWhenLinesWereAnsweredAlready() throws Exception {
        posts.bulk("", NDJSON, BulkContents.of(NDJSON, 3), key("grown"));

        HttpResponse<String> answer = posts.bulk(
                "", NDJSON, BulkContents.of(NDJSON, 5_000), Map.of("Idempotency-Key", "grown", "Accept", NDJSON));

        List<JsonNode> lines = lines(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines.get(0).path("fate").asString()).isEqualTo("replayed");
        assertThat(lines.get(lines.size() - 1).path("type").asString()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, identity",
        "application/x-www-form-urlencoded, identity",
        "text/plain;charset=utf-16, identity",
        "text/plain, br",
        "text/plain, 'gzip, gzip'",
        "nonsense, identity",
    })
    void readsNoOtherTypes(String type, String encoding) throws Exception {
        HttpResponse<String> answer = posts.bulk("", type, bytes("Customer: x"), Map.of("Content-Encoding", encoding));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n", "Customer,Region,Sessions,Source,Destination\n"})
    void refusesContentWithoutRecords(String content) throws Exception {
        String type = content.startsWith("Customer") ? "text/csv" : "text/plain";

        HttpResponse<String> answer = posts.bulk("", type, bytes(content), Map.of());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(HttpPosts.read(posts.get("/api/imports", "application/json")))
                .isEmpty();
    }

    @Test
    void refusesATableThatCannotBeRead() throws Exception {
        HttpResponse<String> unknown = posts.bulk("", "text/csv", bytes("Customer,Colour\nx,y\n"), Map.of());
        HttpResponse<String> wide = posts.bulk("", "text/csv", bytes("Customer,".repeat(100_000) + "\nx\n"), Map.of());

        for (HttpResponse<String> answer : List.of(unknown, wide)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(HttpPosts.read(answer).path("line").asInt()).isEqualTo(1);
            assertThat(HttpPosts.read(answer).path("rule").asString()).isNotEmpty();
        }
    }

    @Test
    void rejectsALineThatIsTooLongAndReadsOn() throws Exception {
        String content =
                BulkContents.line(0) + "{\"customer\": \"" + "x".repeat(10 << 20) + "\"}\n" + BulkContents.line(1);

        HttpResponse<String> answer = posts.bulk("", NDJSON, bytes(content), Map.of());

        assertThat(totals(answer)).containsExactly(3, 2, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "9", "12", "200"})
    void refusesGzipThatIsNotComplete(int length) throws Exception {
        byte[] packed = BulkContents.gzip(BulkContents.of(NDJSON, 50));

        HttpResponse<String> answer =
                posts.bulk("", NDJSON, Arrays.copyOf(packed, length), Map.of("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(HttpPosts.read(answer).path("detail").asString()).contains("gzip");
    }

    @Test
    void refusesWhatUnpacksToTooMuch() throws Exception {
        byte[] bomb = BulkContents.gzip(new byte[110 << 20]);

        HttpResponse<String> answer = posts.bulk("", NDJSON, bomb, Map.of("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(HttpPosts.read(answer).path("detail").asString()).contains("200 times");
    }

    @Test
    void saysHowFarItGotWhenTheLogIsAway() throws Exception {
        log.available(false);

        HttpResponse<String> answer = posts.bulk("", NDJSON, BulkContents.of(NDJSON, 3), key("away"));
        log.available(true);
        HttpResponse<String> again = posts.bulk("", NDJSON, BulkContents.of(NDJSON, 3), key("away"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(HttpPosts.read(answer).path("received").asInt()).isZero();
        assertThat(totals(again)).containsExactly(3, 3, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"has space", "tab\tinside"})
    void refusesAKeyThatIsNone(String key) throws Exception {
        HttpResponse<String> answer = posts.bulk("", NDJSON, BulkContents.of(NDJSON, 1), key(key));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void listsImportsTheNewestFirst() throws Exception {
        posts.bulk("?name=one", NDJSON, BulkContents.of(NDJSON, 1), Map.of());
        posts.bulk(
                "?name=two", "text/csv", bytes("Customer,Region,Sessions,Source,Destination\nx,,1,a,b\n"), key("two"));

        JsonNode imports = HttpPosts.read(posts.get("/api/imports", "application/json"));

        assertThat(imports).extracting(one -> one.path("name").asString()).containsExactly("two", "one");
        JsonNode two = imports.path(0);
        assertThat(two.path("state").asString()).isEqualTo("complete");
        assertThat(two.path("content_type").asString()).isEqualTo("text/csv");
        assertThat(two.path("rejected").asInt()).isEqualTo(1);
        assertThat(two.path("reasons").path("region:required").asInt()).isEqualTo(1);
        assertThat(HttpPosts.read(posts.get("/api/imports/" + two.path("id").asString(), "application/json")))
                .isEqualTo(two);
        assertThat(HttpPosts.read(posts.get("/api/imports?key=two", "application/json")))
                .containsExactly(two);
        assertThat(HttpPosts.read(posts.get("/api/imports?key=three", "application/json")))
                .isEmpty();
        assertThat(posts.get("/api/imports?limit=0", "application/json").statusCode())
                .isEqualTo(400);
    }

    @Test
    void knowsNoOtherImports() throws Exception {
        String unknown = "/api/imports/019a9e2b-3f00-7000-8c1d-2a5b7c9d0e1f";

        assertThat(posts.get(unknown, "application/json").statusCode()).isEqualTo(404);
        assertThat(posts.bulkAt(unknown + "/cancel", "text/plain", new byte[0], Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void doesNotCancelWhatIsComplete() throws Exception {
        HttpResponse<String> done = posts.bulk("", NDJSON, BulkContents.of(NDJSON, 1), Map.of());
        String id = HttpPosts.read(done).path("id").asString();

        HttpResponse<String> answer =
                posts.bulkAt("/api/imports/" + id + "/cancel", "text/plain", new byte[0], Map.of());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(HttpPosts.read(answer).path("state").asString()).isEqualTo("complete");
    }

    @Test
    void showsTheImportsOnTheirPage() throws Exception {
        posts.bulk("?name=%3Cb%3E.csv", "text/csv", BulkContents.of("text/csv", 1_234), Map.of());

        HttpResponse<String> page = posts.get("/import", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Import records", "&lt;b&gt;.csv", "complete", "1,234", "curl", "Idempotency-Key")
                .doesNotContain("<b>.csv");
    }

    private List<SessionRecord> records() {
        return log.messages(SessionTopics.RECORDS).stream()
                .map(message -> SessionRecordCodec.decode(message.value()))
                .toList();
    }

    private List<String> customers() {
        return records().stream().map(session -> session.customer().spelling()).toList();
    }

    private List<String> ids() {
        return records().stream().map(session -> session.id().toString()).toList();
    }

    private static List<Integer> totals(HttpResponse<String> answer) {
        JsonNode body = HttpPosts.read(answer);
        return List.of(
                body.path("received").asInt(-1),
                body.path("recorded").asInt(-1),
                body.path("replayed").asInt(-1),
                body.path("rejected").asInt(-1));
    }

    private static List<JsonNode> lines(HttpResponse<String> answer) {
        JsonMapper json = new JsonMapper();
        return answer.body().lines().map(json::readTree).toList();
    }

    private static Map<String, String> key(String key) {
        return Map.of("Idempotency-Key", key);
    }

    private static Map<String, String> packedKey(String key) {
        return Map.of("Idempotency-Key", key, "Content-Encoding", "gzip");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
