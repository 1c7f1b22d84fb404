package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.ingest.MemoryIngest;
import com.sessionanalyzer.intake.IntakeGauge;
import com.sessionanalyzer.intake.MemoryLog;
import com.sessionanalyzer.intake.session.SessionTextParser;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.session.Violation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
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

@SpringBootTest(
        classes = MemoryIngest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=ingest-service", "csa.organization.time-zone=Asia/Tokyo"})
class SessionUploadTests {

    private static final String GOOD = "Customer: Acme.com\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";
    private static final String BAD = "Customer: b\nRegion: EU\n";
    private static final String FIELDS =
            "\"customer\":\"a\",\"region\":\"EU\",\"sessions\":3,\"source\":\"s\",\"destination\":\"d\"";

    @Autowired
    private MemoryLog log;

    @Autowired
    private IntakeGauge gauge;

    @LocalServerPort
    private int port;

    private HttpPosts posts;

    @BeforeEach
    void setUp() {
        posts = new HttpPosts(port);
        log.clear();
        log.available(true);
    }

    @Test
    void recordsATextAndAnswersItsFourteenFields() throws Exception {
        HttpResponse<String> response = posts.text(GOOD + "Uploaded At: 2026-03-01\nObservation: x\ny");

        JsonNode data = HttpPosts.read(response).get("data");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(HttpPosts.read(response).propertyNames()).containsExactly("success", "data");
        assertThat(data.propertyNames())
                .containsExactly(
                        "id",
                        "customer",
                        "region",
                        "sessions",
                        "source",
                        "destination",
                        "time_consumed",
                        "observation",
                        "has_highlight",
                        "highlight_url",
                        "highlight_type",
                        "highlight_details",
                        "uploaded_at",
                        "created_at");
        assertThat(data.get("uploaded_at").asString()).isEqualTo("2026-02-28T15:00:00Z");
        assertThat(data.get("time_consumed").isNull()).isTrue();
        assertThat(response.headers().firstValue("Location"))
                .contains("/api/sessions/" + data.get("id").asString());
    }

    @Test
    void publishesWhatItAnswers() throws Exception {
        HttpResponse<String> response = posts.json("{" + FIELDS + ",\"uploaded_at\":\"2026-02-28T15:00:00.5Z\"}");

        ProducerRecord<byte[], byte[]> message = onlyMessage(SessionTopics.RECORDS);
        SessionRecord session = SessionRecordCodec.decode(message.value());
        assertThat(SessionRecordKey.decode(message.key())).isEqualTo(session.key());
        assertThat(message.partition()).isEqualTo(session.key().partition(6));
        assertThat(message.timestamp()).isEqualTo(session.createdAt().toEpochMilli());
        assertThat(session.localDay()).hasToString("2026-03-01");
        assertThat(session.channel()).isEqualTo(Channel.API);
        assertThat(session.id())
                .hasToString(HttpPosts.read(response).at("/data/id").asString());
        assertThat(response.headers().firstValue("Session-Position")).contains(message.partition() + "@0");
    }

    @Test
    void answersWarningsOfARecordedText() throws Exception {
        HttpResponse<String> response = posts.text(GOOD + "Time Consumed: 500 mins");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(HttpPosts.read(response).at("/data/time_consumed").isNull()).isTrue();
        assertThat(HttpPosts.read(response).at("/warnings/0/rule").asString()).isEqualTo("out-of-range");
        assertThat(HttpPosts.read(response).at("/warnings/0/line").asInt()).isEqualTo(6);
    }

    @Test
    void answersOneResultForEachOfSeveralRecords() throws Exception {
        HttpResponse<String> response = posts.text(GOOD + GOOD);

        JsonNode answer = HttpPosts.read(response);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(answer.get("success").asBoolean()).isTrue();
        assertThat(answer.get("results")).hasSize(2).allMatch(result -> result.has("data"));
        assertThat(response.headers().firstValue("Location")).isEmpty();
        assertThat(answer.at("/results/0/data/id").asString())
                .isLessThan(answer.at("/results/1/data/id").asString());
    }

    @Test
    void recordsTheGoodOnesOfAPostAndSaysWhatIsWrongWithTheOthers() throws Exception {
        HttpResponse<String> response = posts.text(GOOD + BAD);

        JsonNode answer = HttpPosts.read(response);
        assertThat(response.statusCode()).isEqualTo(207);
        assertThat(answer.get("success").asBoolean()).isFalse();
        assertThat(answer.at("/results/0/success").asBoolean()).isTrue();
        assertThat(answer.at("/results/1/success").asBoolean()).isFalse();
        assertThat(answer.at("/results/1/line").asInt()).isEqualTo(6);
        assertThat(answer.at("/results/1/errors")).hasSize(3);
        assertThat(answer.at("/results/1/error").asString())
                .isEqualTo(
                        "Failed to parse session data. Missing fields: sessions, source, destination. Please check the format.");
    }

    @Test
    void refusesAPostWithoutAnyRecordAsAProblemWithTheLegacyError() throws Exception {
        HttpResponse<String> response = posts.text(BAD);

        JsonNode problem = HttpPosts.read(response);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.get("type").asString()).isEqualTo("/problems/invalid-record");
        assertThat(problem.get("error").asString())
                .isEqualTo(
                        "Failed to parse session data. Missing fields: sessions, source, destination. Please check the format.");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("sessions");
        assertThat(problem.has("results")).isFalse();
    }

    @Test
    void answersTheResultsWhenNoneOfSeveralIsRecorded() throws Exception {
        JsonNode problem = HttpPosts.read(posts.text(BAD + BAD));

        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("results")).hasSize(2);
        assertThat(problem.get("errors")).hasSize(6);
    }

    @Test
    void publishesEachRejectionBeforeItAnswers() throws Exception {
        long before = rejections();

        posts.text(GOOD + BAD + "Observation: kept");

        SessionRejection rejection = SessionRejectionCodec.decode(
                onlyMessage(SessionTopics.REJECTIONS).value());
        assertThat(rejection.origin().line()).isEqualTo(6);
        assertThat(rejection.text()).isEqualTo(BAD + "Observation: kept");
        assertThat(rejection.violations()).extracting(Violation::rule).containsOnly("required");
        assertThat(rejections()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"time_consumed\":121'                    | time_consumed     | out-of-range",
                "'\"time_consumed\":\"2 hours\"'            | time_consumed     | not-a-number",
                "'\"time_consumed\":1.5'                    | time_consumed     | wrong-type",
                "'\"observation\":{}'                       | observation       | wrong-type",
                "'\"highlight_url\":\"javascript:x\",\"highlight_type\":\"other\"' | highlight_url | not-a-web-address",
                "'\"highlight_url\":\"https://user:secret@a.example/\",\"highlight_type\":\"other\"' | highlight_url | not-a-web-address",
                "'\"highlight_details\":\"x\"'              | highlight_type    | required",
                "'\"has_highlight\":true'                   | highlight_type    | required",
                "'\"has_highlight\":\"yes\"'                | has_highlight     | wrong-type",
                "'\"uploaded_at\":\"2126-01-01\"'           | uploaded_at       | future",
                "'\"uploaded_at\":\"1999-01-01\"'           | uploaded_at       | too-old",
                "'\"organization\":\"acme\"'                | organization      | unknown-field",
                "'\"sesions\":3'                            | sesions           | unknown-field",
                "'\"observation\":\"\\u0000\"'              | observation       | unreadable-character",
                "'\"observation\":\"\\ud800\"'              | observation       | unreadable-character",
            })
    void rejectsFieldsThatBreakARule(String field, String name, String rule) throws Exception {
        HttpResponse<String> response = posts.json("{" + FIELDS + "," + field + "}");

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode errors = HttpPosts.read(response).get("errors");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("field").asString()).isEqualTo(name);
        assertThat(errors.get(0).get("rule").asString()).isEqualTo(rule);
        assertThat(errors.get(0).get("line").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"time_consumed\":null",
                "\"time_consumed\":\"\"",
                "\"time_consumed\":\"15\"",
                "\"has_highlight\":null",
                "\"has_highlight\":false,\"highlight_url\":\"javascript:x\"",
                "\"has_highlight\":true,\"highlight_type\":\"Error Message Gap\"",
                "\"highlight_type\":\"other\",\"highlight_details\":\"a\\nb\"",
                "\"observation\":\"a [15 mins]\\r\\nRegion: US\""
            })
    void takesFieldsThatKeepTheRules(String field) throws Exception {
        assertThat(posts.json("{" + FIELDS + "," + field + "}").statusCode()).isEqualTo(201);
    }

    @Test
    void namesTheFirstTwentyUnknownFields() throws Exception {
        String fields = IntStream.range(0, 4_000)
                .mapToObj(i -> "\"unknown" + i + "\":\"" + "v".repeat(200) + "\"")
                .collect(Collectors.joining(","));

        HttpResponse<String> response = posts.json("{" + FIELDS + "," + fields + "}");

        assertThat(HttpPosts.read(response).get("errors")).hasSize(21);
        assertThat(HttpPosts.read(response).at("/errors/20/message").asString()).startsWith("3980 more fields");
    }

    @Test
    void takesEveryValueOfAFieldLiterally() throws Exception {
        JsonNode data = HttpPosts.read(posts.json("{" + FIELDS.replace("\"a\"", "\"a [15 mins]\"") + "}"))
                .get("data");

        assertThat(data.get("customer").asString()).isEqualTo("a [15 mins]");
        assertThat(data.get("time_consumed").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"session_data\":null}", "{\"session_data\":\" \\n\"}", "{\"session_data\":\"\"}"})
    void saysThatNoDataWasProvided(String body) throws Exception {
        HttpResponse<String> response = posts.json(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(HttpPosts.read(response).get("error").asString()).isEqualTo("No session data provided");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[{}]",
                "3",
                "\"text\"",
                "{",
                "{]",
                "nul",
                "{\"session_data\":5}",
                "{\"session_data\":[\"a\"]}",
                "{\"session_data\":{}}",
                "{\"session_data\":\"a\",\"session_data\":\"b\"}",
                "{\"customer\":\"a\",\"customer\":\"b\"}",
                "{\"session_data\":\"a\"} x",
                "{'session_data':'a'}",
                "{\"session_data\":\"a\\x\"}",
                "{\"session_data\":\"line\nbreak\"}",
                "{\"sessions\":NaN}",
                "<xml/>"
            })
    void refusesBodiesThatAreNotItsJson(String body) throws Exception {
        HttpResponse<String> response = posts.json(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(HttpPosts.read(response).get("type").asString()).isEqualTo("/problems/malformed-request");
        assertThat(log.messages(SessionTopics.RECORDS)).isEmpty();
    }

    @Test
    void refusesBrokenUtf8DeepNestingAndEndlessNumbers() throws Exception {
        byte[] brokenUtf8 = "{\"session_data\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        brokenUtf8[17] = (byte) 0xC3;

        assertThat(posts.json(brokenUtf8).statusCode()).isEqualTo(400);
        assertThat(posts.json("{\"\\ud800\":\"\\udc00\"}").statusCode()).isEqualTo(400);
        assertThat(posts.json("{\"a\":".repeat(5_000)).statusCode()).isEqualTo(400);
        assertThat(posts.json("[".repeat(100_000)).statusCode()).isEqualTo(400);
        assertThat(posts.json("{\"sessions\":" + "9".repeat(10_000) + "}").statusCode())
                .isEqualTo(400);
        assertThat(posts.json("{\"sessions\":1e999999999}").statusCode()).isEqualTo(400);
        assertThat(posts.json("{\"sessions\":99999999999999999999999}").statusCode())
                .isEqualTo(400);
        assertThat(posts.json("{\"" + "n".repeat(100_000) + "\":1}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesTextAndFieldsTogether() throws Exception {
        HttpResponse<String> response = posts.json("{\"session_data\":\"x\",\"region\":\"EU\"}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(HttpPosts.read(response).get("error").asString()).contains("not both");
    }

    @Test
    void takesAThousandRecordsAndRefusesMore() throws Exception {
        assertThat(posts.text(GOOD.repeat(1_000)).statusCode()).isEqualTo(201);
        log.clear();

        HttpResponse<String> response = posts.text("Customer:\n".repeat(1_001));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(log.messages(SessionTopics.REJECTIONS)).isEmpty();
    }

    @Test
    void refusesBodiesThatAreTooLargeWhetherTheirLengthIsAnnouncedOrNot() throws Exception {
        byte[] large = ("{\"session_data\":\"" + "x".repeat(2 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(posts.json(large).statusCode()).isEqualTo(413);
        HttpResponse<String> chunked = posts.chunked("/api/upload", "application/json", large);

        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(HttpPosts.read(chunked).get("type").asString()).isEqualTo("/problems/too-large");
    }

    @Test
    void refusesABodyThatBreaksOff() throws Exception {
        String answer = posts.raw("""
                POST /api/upload HTTP/1.1
                Host: 127.0.0.1
                Content-Type: application/json
                Transfer-Encoding: chunked
                Connection: close

                no chunk
                """);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/malformed-request");
    }

    @Test
    void takesTheLargestBodyAsOneRejectionOfABoundedSize() throws Exception {
        HttpResponse<String> response = posts.text("x".repeat((2 << 20) - 100));

        assertThat(response.statusCode()).isEqualTo(400);
        SessionRejection rejection = SessionRejectionCodec.decode(
                onlyMessage(SessionTopics.REJECTIONS).value());
        assertThat(rejection.text()).hasSize(SessionTextParser.MAX_RECORD_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml"})
    void refusesOtherContentTypes(String type) throws Exception {
        HttpResponse<String> response = posts.post("/api/upload", type, BodyPublishers.ofString("session_data=x"));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(HttpPosts.read(response).get("error").asString()).isNotBlank();
    }

    @Test
    void answersThatTheLogIsUnavailable() throws Exception {
        log.available(false);

        for (HttpResponse<String> response : List.of(posts.text(GOOD), posts.text(GOOD + GOOD), posts.text(BAD))) {
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("2");
            assertThat(HttpPosts.read(response).get("type").asString()).isEqualTo("/problems/unavailable");
        }
        assertThat(gauge.unavailable()).isGreaterThanOrEqualTo(3);
    }

    private ProducerRecord<byte[], byte[]> onlyMessage(String topic) {
        List<ProducerRecord<byte[], byte[]>> messages = log.messages(topic);
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private long rejections() {
        return gauge.of(new OrganizationId("default"), SessionTopics.DOMAIN, "api")
                .settled()
                .rejected();
    }
}
