package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.intake.session.SessionTextParser;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not taken, or not whole. */
class UploadRefusalTests extends UploadTest {

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
}
