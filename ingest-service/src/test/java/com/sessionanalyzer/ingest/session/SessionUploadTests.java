package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.session.Violation;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionUploadTests extends UploadTest {

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
    void saysHowLongItsAnswerIs() throws Exception {
        HttpResponse<String> response = posts.text(GOOD);

        assertThat(response.headers().firstValueAsLong("Content-Length"))
                .hasValue(response.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
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
}
