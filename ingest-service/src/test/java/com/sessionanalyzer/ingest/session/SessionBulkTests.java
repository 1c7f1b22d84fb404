package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.BulkContents;
import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SessionBulkTests extends BulkTest {

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
    void leavesNothingToAskForAfterADryRun() throws Exception {
        HttpResponse<String> answer = posts.bulk("?dry_run=true", NDJSON, BulkContents.of(NDJSON, 1), key("dry"));

        assertThat(HttpPosts.read(answer).has("links")).isFalse();
    }

    @Test
    void takesPostsOnly() throws Exception {
        HttpResponse<String> answer = posts.get("/api/sessions/bulk", "application/json");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
