package com.sessionanalyzer.query.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.testing.ApiDescription;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionApiDescriptionIT {

    private static final String ORGANIZATION = "api-description";
    private static final String UNKNOWN = "00000000-0000-0003-0000-000000000004";
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
                .containsExactlyInAnyOrder(
                        "/api/sessions",
                        "/api/sessions/{id}",
                        "/api/sessions/export",
                        "/api/views",
                        "/api/views/{id}",
                        "/api/insights",
                        "/api/insights/stream",
                        "/api/insights/difference",
                        "/api/insights/query",
                        "/api/pipeline",
                        "/api/receipts/{id}",
                        "/api/customers/{customer}/sessions",
                        "/api/customers/hint",
                        "/api/duplicates/likely",
                        "/api/duplicates/merge",
                        "/api/duplicates/undo",
                        "/api/duplicates/reject",
                        "/api/duplicates/merges",
                        "/api/duplicates/rejected",
                        "/api/rejections",
                        "/api/rejections/groups",
                        "/api/rejections/download",
                        "/api/rejections/{id}",
                        "/api/rejections/{id}/resubmit",
                        "/api/rejections/{id}/dismiss",
                        "/api/rejections/fix",
                        "/api/rejections/dismiss",
                        "/api/audit");
    }

    @Test
    void refusesParametersThatAreNotDescribedOfEveryQuestion() {
        description.at("/paths").propertyStream().forEach(path -> {
            JsonNode question = path.getValue().get("get");
            if (question != null) {
                String address = path.getKey().replace("{id}", UNKNOWN);
                HttpResponse<String> answer = service.get(address + "?nonsense=1");

                assertThat(answer.statusCode()).as(address).isEqualTo(400);
                String detail = JSON.readTree(answer.body()).get("detail").asString();
                assertThat(detail).as(address).startsWith("nonsense is not known here");
                assertThat(parameters(question)).as(address).allMatch(detail::contains);
            }
        });
        assertThat(service.get("/reports?nonsense=1", "Accept", "text/html").statusCode())
                .isEqualTo(200);
    }

    private static List<String> parameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }

    @Test
    void describesExactlyThePropertiesOfARecord() {
        SessionRecord session = aSession().organization(ORGANIZATION).build();
        Position written = topics.add(session);

        JsonNode record = read("/api/sessions/" + session.id() + "?after=" + written);

        assertThat(record.propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("SessionView"))
                .containsExactlyInAnyOrderElementsOf(example("/paths/~1api~1sessions~1{id}/get", "200", "json")
                        .propertyNames());
    }

    @Test
    void describesExactlyThePropertiesOfTheNumbers() {
        WrittenInsights insights = new WrittenInsights(topics, ORGANIZATION);
        Position written = insights.write(0, "acme.com", 2);

        JsonNode numbers = read("/api/insights?after=" + written);

        assertThat(numbers.propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("Insights"))
                .containsExactlyInAnyOrderElementsOf(
                        example("/paths/~1api~1insights/get", "200", "json").propertyNames());
        assertThat(numbers.at("/duplicate_customers/0").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("Duplicate"));
        assertThat(numbers.at("/combinations/0").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("Combination"));
        assertThat(numbers.at("/routes/0").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("Route"));
        assertThat(numbers.at("/uploads_by_date/0").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("UploadsOnDate"));
        assertThat(numbers.at("/daily_time_consumed/0").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("DailyTime"));
    }

    @Test
    void describesExactlyThePropertiesOfTheBooks() {
        JsonNode books = read("/api/pipeline");

        assertThat(books.propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("Pipeline"))
                .containsExactlyInAnyOrderElementsOf(
                        example("/paths/~1api~1pipeline/get", "200", "json").propertyNames());
        assertThat(books.at("/total").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("PipelineChannel"));
        assertThat(books.at("/comparisons/0").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("PipelineComparison"));
        assertThat(books.at("/consumers/0").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("PipelineConsumer"));
    }

    @Test
    void describesExactlyThePropertiesOfAReceipt() {
        SessionRecord session = aSession().organization(ORGANIZATION).build();
        Position written = topics.add(session);

        JsonNode receipt = read("/api/receipts/" + session.id() + "?after=" + written);

        assertThat(receipt.propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("Receipt"))
                .containsExactlyInAnyOrderElementsOf(example("/paths/~1api~1receipts~1{id}/get", "200", "json")
                        .propertyNames());
        assertThat(receipt.at("/received").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("ReceiptReceived"));
        assertThat(receipt.at("/counted/cell").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("ReceiptCell"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/sessions?page_size=0, /paths/~1api~1sessions/get, 400",
        "/api/sessions/export?format=pdf, /paths/~1api~1sessions~1export/get, 400",
        "/api/views/01890a5d-ac96-774b-bcce-b302099a8057, /paths/~1api~1views~1{id}/get, 404",
        "/api/sessions/7, /paths/~1api~1sessions~1{id}/get, 400",
        "/api/sessions/7, /paths/~1api~1sessions~1{id}/delete, 400",
        "/api/sessions/01890a5d-ac96-774b-bcce-b302099a8057, /paths/~1api~1sessions~1{id}/get, 404",
        "/api/insights?limit=-1, /paths/~1api~1insights/get, 400",
        "/api/receipts/7, /paths/~1api~1receipts~1{id}/get, 400",
        "/api/receipts/01890a5d-ac96-774b-bcce-b302099a8057, /paths/~1api~1receipts~1{id}/get, 404"
    })
    void showsTheRealProblemsAsExamples(String request, String operation, String status) {
        assertThat(example(operation, status, "problem+json")).isEqualTo(read(request));
    }

    @Test
    void listsEachParameterOnce() {
        assertThat(description.at("/paths/~1api~1sessions/get/parameters").valueStream())
                .extracting(parameter -> parameter.get("name").asString())
                .containsExactlyInAnyOrder(
                        "page",
                        "page_size",
                        "cursor",
                        "q",
                        "sort",
                        "order",
                        "columns",
                        "period",
                        "from",
                        "to",
                        "region",
                        "source",
                        "destination",
                        "customer",
                        "highlight",
                        "has_time",
                        "minutes_min",
                        "minutes_max",
                        "after",
                        "Session-Position");
        assertThat(description
                        .at("/paths/~1api~1sessions~1{id}/delete/parameters")
                        .valueStream())
                .extracting(parameter -> parameter.get("name").asString())
                .containsExactlyInAnyOrder("id", "If-Match");
    }

    @Test
    void saysWhatMayBeNull() {
        assertThat(description
                        .at("/components/schemas/SessionView/properties/time_consumed/type")
                        .toString())
                .contains("integer", "null");
        assertThat(description
                        .at("/components/schemas/Insights/properties/as_of/type")
                        .toString())
                .contains("string", "null");
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
