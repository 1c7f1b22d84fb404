package com.sessionanalyzer.query.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SavedViewsIT {

    private static RunningQueryService service;

    @BeforeAll
    static void start() {
        service = RunningQueryService.start("saved-views", TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void keepsAViewAsThePagesWriteItAndOpensIt() {
        HttpResponse<String> created = service.postJson(
                "/api/views",
                "{\"name\":\" EU \",\"query\":\"page=4&region=EU&sort=region,-minutes&columns=customer&cursor=last\"}");
        String address = created.headers().firstValue("Location").orElseThrow();

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body())
                .contains("\"name\":\"EU\"")
                .contains("\"query\":\"sort=region,-time_consumed&region=EU&columns=customer\"");
        assertThat(service.get(address).body()).isEqualTo(created.body());
        assertThat(service.get("/reports/views/" + id(address)).headers().firstValue("Location"))
                .hasValue("/reports?sort=region,-time_consumed&region=EU&columns=customer");
    }

    @Test
    void changesAndDeletesOnce() {
        String address = service.postJson("/api/views", "{\"name\":\"First\",\"query\":\"\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        HttpResponse<String> changed = service.put(address, "{\"name\":\"Second\",\"query\":\"highlight=any\"}");

        assertThat(changed.body()).contains("\"name\":\"Second\"").contains("highlight=any");
        assertThat(service.get("/api/views").body()).contains("Second").doesNotContain("First");
        assertThat(service.delete(address).statusCode()).isEqualTo(204);
        assertThat(service.delete(address).statusCode()).isEqualTo(404);
        assertThat(service.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesANameThatIsTakenOrMissingAndAQueryThatIsWrong() {
        service.postJson("/api/views", "{\"name\":\"Taken\",\"query\":\"\"}");

        assertThat(problem("{\"name\":\"TAKEN\",\"query\":\"\"}")).contains("another view of yours");
        assertThat(problem("{\"name\":\" \",\"query\":\"\"}")).contains("\"parameter\":\"name\"");
        assertThat(problem("{\"name\":\"x\",\"query\":\"highlight=blue\"}")).contains("\"parameter\":\"highlight\"");
        assertThat(problem("{\"name\":\"x\",\"query\":\"q=%zz\"}")).contains("\"parameter\":\"query\"");
    }

    private static String problem(String json) {
        HttpResponse<String> answer = service.postJson("/api/views", json);
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
