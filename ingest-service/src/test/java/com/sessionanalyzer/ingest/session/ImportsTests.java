package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.BulkContents;
import com.sessionanalyzer.ingest.HttpPosts;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is said about imports that were sent. */
class ImportsTests extends BulkTest {

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
}
