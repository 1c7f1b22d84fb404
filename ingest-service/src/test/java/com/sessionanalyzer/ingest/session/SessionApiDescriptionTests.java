package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.ingest.MemoryIngest;
import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.testing.ApiDescription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = MemoryIngest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=ingest-service")
class SessionApiDescriptionTests {

    private static final String GOOD = "Customer: a\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";

    @LocalServerPort
    private int port;

    private HttpPosts posts;
    private ApiDescription description;

    @BeforeEach
    void setUp() throws Exception {
        posts = new HttpPosts(port);
        description =
                new ApiDescription(posts.get("/v3/api-docs", "application/json").body());
    }

    @Test
    void describesEveryPostWithExamples() {
        description.isComplete();

        assertThat(description.at("/paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/upload",
                        "/upload",
                        "/form-upload",
                        "/api/sessions/bulk",
                        "/api/imports",
                        "/api/imports/{id}",
                        "/api/imports/{id}/cancel");
    }

    @ParameterizedTest
    @CsvSource({
        "/paths/~1api~1upload/post, 201 207 400 403 406 409 413 415 422 503",
        "/paths/~1api~1sessions~1bulk/post, 200 400 403 406 408 409 413 415 422 503",
        "/paths/~1api~1imports/get, 200 400 406",
        "/paths/~1api~1imports~1{id}/get, 200 400 404 406",
        "/paths/~1api~1imports~1{id}~1cancel/post, 202 400 403 404 406 409",
        "/paths/~1upload/post, 303 400 403 413 422 503",
        "/paths/~1form-upload/post, 303 400 403 413 503"
    })
    void describesEveryAnswer(String operation, String statuses) {
        assertThat(description.at(operation + "/responses").propertyNames())
                .containsExactlyInAnyOrder(statuses.split(" "));
    }

    @Test
    void answersWhatItsRequestsAreDescribedToBeRefusedWith() throws Exception {
        assertThat(posts.get("/api/imports", "application/xml").statusCode()).isEqualTo(406);
        assertThat(posts.get("/api/imports?limit=0", "application/json").statusCode())
                .isEqualTo(400);
        assertThat(posts.get("/api/imports/nonsense", "application/json").statusCode())
                .isEqualTo(400);
    }

    @Test
    void describesWhatMayBeSent() {
        List<String> fields = new ArrayList<>(SessionField.byName().keySet());
        fields.addAll(List.of("session_data", "has_highlight"));

        assertThat(description.properties("Upload")).containsExactlyInAnyOrderElementsOf(fields);
        assertThat(description
                        .at("/components/schemas/Upload/properties/sessions/maximum")
                        .asInt())
                .isEqualTo(100_000);
        assertThat(description.properties("TextForm")).containsExactlyInAnyOrder("session_data", "page", "_csrf");
        assertThat(description.properties("RecordForm")).contains("time_consumed", "highlight_details", "_csrf");
    }

    @Test
    void describesExactlyThePropertiesOfItsAnswers() throws Exception {
        JsonNode one = HttpPosts.read(posts.text(GOOD + "Time Consumed: 500"));
        JsonNode some = HttpPosts.read(posts.text(GOOD + "Customer: b\n"));
        JsonNode none = HttpPosts.read(posts.json("{"));

        assertThat(one.get("data").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("SessionRecord"));
        assertThat(one.at("/warnings/0").propertyNames())
                .containsExactlyInAnyOrderElementsOf(description.properties("Violation"));
        assertThat(one.propertyNames()).isSubsetOf(description.properties("UploadAnswer"));
        assertThat(some.at("/results/0").propertyNames()).isSubsetOf(description.properties("UploadResult"));
        assertThat(some.at("/results/1").propertyNames()).isSubsetOf(description.properties("UploadResult"));
        assertThat(none.propertyNames()).containsExactlyInAnyOrderElementsOf(description.properties("Problem"));
    }

    @Test
    void showsTheRealAnswersAsExamples() throws Exception {
        JsonNode answers = description.at("/paths/~1api~1upload/post/responses");

        assertThat(answers.at("/415/content/application~1problem+json/example"))
                .isEqualTo(HttpPosts.read(posts.chunked("/api/upload", "text/plain", new byte[] {'x'})));
        assertThat(answers.at("/422/content/application~1problem+json/examples/both/value"))
                .isEqualTo(HttpPosts.read(posts.json("{\"session_data\":\"x\",\"region\":\"EU\"}")));
    }
}
