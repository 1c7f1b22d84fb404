package com.sessionanalyzer.query.session.rejection;

import static com.sessionanalyzer.query.session.rejection.SentRejections.aRejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.testing.ApiDescription;
import com.sessionanalyzer.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RejectionApiDescriptionIT {

    private static final String ORGANIZATION = "desk-description";
    private static final JsonMapper JSON = new JsonMapper();

    private static RunningQueryService service;
    private static WrittenTopics topics;
    private static ApiDescription description;

    @BeforeAll
    static void start() {
        service = RunningQueryService.start(ORGANIZATION, TestPostgres.newDatabase());
        topics = new WrittenTopics();
        description = new ApiDescription(service.get("/v3/api-docs").body());
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
    }

    @Test
    void describesEveryEndpointWithExamples() {
        description.isComplete();

        assertThat(description.at("/paths").propertyNames())
                .contains(
                        "/api/rejections",
                        "/api/rejections/groups",
                        "/api/rejections/download",
                        "/api/rejections/fix",
                        "/api/rejections/dismiss",
                        "/api/rejections/{id}",
                        "/api/rejections/{id}/resubmit",
                        "/api/rejections/{id}/dismiss");
    }

    @Test
    void describesExactlyThePropertiesOfARejection() {
        SessionRejection rejection = aRejection().organization(ORGANIZATION).of("Customer: a.example");
        topics.reject(rejection);
        await().untilAsserted(() -> assertThat(
                        service.get("/api/rejections/" + rejection.id()).statusCode())
                .isEqualTo(200));

        JsonNode read = read("/api/rejections/" + rejection.id());
        JsonNode group = read("/api/rejections/groups").get(0);
        JsonNode summary = JSON.readTree(service.postJson(
                        "/api/rejections/fix",
                        "{\"rule\":{\"kind\":\"default\",\"field\":\"region\",\"to\":\"EU\"},\"dry_run\":true}")
                .body());

        assertThat(read.propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("Rejection"))
                .containsExactlyInAnyOrderElementsOf(example("/paths/~1api~1rejections~1{id}/get", "200", "json")
                        .propertyNames());
        assertThat(read.at("/violations/0").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("BrokenRule"));
        assertThat(group.propertyNames()).containsExactlyInAnyOrderElementsOf(description.properties("ReasonGroup"));
        assertThat(summary.propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("FixSummary"))
                .containsExactlyInAnyOrderElementsOf(example("/paths/~1api~1rejections~1fix/post", "200", "json")
                        .propertyNames());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/rejections?state=lost, /paths/~1api~1rejections/get, 400",
        "/api/rejections/download?format=pdf, /paths/~1api~1rejections~1download/get, 400",
        "/api/rejections/01890a5d-ac96-774b-bcce-b302099a8057, /paths/~1api~1rejections~1{id}/get, 404"
    })
    void showsTheRealProblemsAsExamples(String request, String operation, String status) {
        assertThat(example(operation, status, "problem+json")).isEqualTo(read(request));
    }

    private static JsonNode example(String operation, String status, String type) {
        JsonNode content = description.at(operation + "/responses/" + status + "/content/application~1" + type);
        return content.has("example")
                ? content.get("example")
                : content.at("/examples")
                        .valueStream()
                        .findFirst()
                        .orElseThrow()
                        .get("value");
    }

    private static JsonNode read(String path) {
        return JSON.readTree(service.get(path).body());
    }
}
