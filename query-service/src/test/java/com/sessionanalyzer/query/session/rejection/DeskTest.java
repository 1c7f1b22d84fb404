package com.sessionanalyzer.query.session.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.testing.TestPostgres;
import com.sessionanalyzer.testing.TestRun;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk over HTTP; the tests of all themes share one service and one organization. */
abstract class DeskTest {

    static final String ORGANIZATION = "desk";
    static final JsonMapper JSON = new JsonMapper();
    static final String GOOD = "Customer: %s\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BigQuery";

    static final RunningQueryService service =
            TestRun.keep(directory -> RunningQueryService.start(ORGANIZATION, TestPostgres.newDatabase()));
    static final WrittenTopics topics = TestRun.keep(directory -> new WrittenTopics());

    /** Adds the rejection, in this organization unless it has another, and waits until it can be read. */
    static SessionRejection written(SessionRejection rejection) {
        topics.reject(rejection);
        await().untilAsserted(() -> assertThat(
                        service.get("/api/rejections/" + rejection.id()).statusCode())
                .isEqualTo(200));
        return rejection;
    }

    static HttpResponse<String> resubmit(SessionRejection rejection, String text) {
        return service.postJson(
                "/api/rejections/" + rejection.id() + "/resubmit", JSON.writeValueAsString(Map.of("text", text)));
    }

    static void readAfter(HttpResponse<String> answer) {
        service.get("/api/sessions?after="
                + answer.headers().firstValue(Position.HEADER).orElseThrow());
    }

    static Map<String, Integer> numbers(JsonNode summary) {
        return Map.of(
                "selected", summary.get("selected").asInt(),
                "fixed", summary.get("fixed").asInt(),
                "still_rejected", summary.get("still_rejected").asInt());
    }

    static JsonNode read(String path) {
        return json(service.get(path));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
