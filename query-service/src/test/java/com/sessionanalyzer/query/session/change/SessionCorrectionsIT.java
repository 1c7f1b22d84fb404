package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SessionCorrectionsIT extends ChangesTest {

    private static final ExecutorService executor = Executors.newFixedThreadPool(6);

    @AfterAll
    static void stop() {
        executor.shutdownNow();
    }

    @Test
    void correctsTheRecordThatWasRead() {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("correct.example"));
        HttpResponse<String> read = service.get(path(session));
        ObjectNode body = (ObjectNode) JSON.readTree(read.body());
        body.put("region", "US").put("sessions", 7).putNull("time_consumed");

        HttpResponse<String> answer = service.put(path(session), body.toString(), "If-Match", etag(read));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(etag(read)).isEqualTo("\"0\"");
        assertThat(etag(answer)).isEqualTo("\"1\"");
        JsonNode corrected = JSON.readTree(answer.body());
        assertThat(corrected.get("data")).isEqualTo(body);
        assertThat(corrected.get("changed").toString()).isEqualTo("[\"region\",\"sessions\",\"time_consumed\"]");
        assertThat(corrected.get("difference").toString())
                .isEqualTo("{\"sessions\":4,\"timed_records\":-1,\"minutes\":-15,\"regions\":{\"EU\":-1,\"US\":1}}");
        HttpResponse<String> again = service.get(path(session) + "?after=" + position(answer));
        assertThat(JSON.readTree(again.body())).isEqualTo(body);
        assertThat(etag(again)).isEqualTo("\"1\"");
    }

    @Test
    void keepsWhenAndHowTheRecordCameIn() throws SQLException {
        SessionRecord session = add(aSession()
                .organization(ORGANIZATION)
                .channel(Channel.FORM)
                .uploadedAt("2026-03-14T12:00:00.123Z")
                .createdAt("2026-03-15T12:00:00Z"));

        HttpResponse<String> answer = service.put(path(session), fields("acme.com", "AU"), "If-Match", "\"0\"");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(rows("select region || ' ' || channel || ' ' || revision || ' ' || to_char(uploaded_at at time zone"
                        + " 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') || ' ' || (created_at at time zone 'UTC')::date from session_record"
                        + " where id = '"
                        + session.id() + "'"))
                .containsExactly("AU form 1 2026-03-14 12:00:00.123 2026-03-15");
    }

    @Test
    void asksForTheRevisionAndRefusesAnother() {
        SessionRecord session = add(aSession().organization(ORGANIZATION));
        String body = fields("acme.com", "AU");

        HttpResponse<String> without = service.put(path(session), body);
        HttpResponse<String> other = service.put(path(session), body, "If-Match", "\"1\"");
        HttpResponse<String> weak = service.put(path(session), body, "If-Match", "W/\"0\"");
        HttpResponse<String> bare = service.put(path(session), body, "If-Match", "0");
        HttpResponse<String> deletion = service.delete(path(session), "If-Match", "\"3\"");

        assertThat(List.of(
                        without.statusCode(),
                        other.statusCode(),
                        weak.statusCode(),
                        bare.statusCode(),
                        deletion.statusCode()))
                .containsExactly(428, 412, 412, 400, 412);
        assertThat(without.body()).contains("/problems/precondition-required");
        assertThat(other.body()).contains("/problems/precondition-failed", "\"revision\":0");
        assertThat(service.put(path(session), body, "If-Match", "\"4\", \"0\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void namesEveryRuleThatIsBrokenAndStoresNothing() {
        SessionRecord session = add(aSession().organization(ORGANIZATION));

        HttpResponse<String> answer = service.put(
                path(session),
                "{\"id\":\"" + new UUID(1, 2) + "\",\"customer\":\"acme.com\",\"sessions\":0,\"source\":\"A\","
                        + "\"destination\":\"B\",\"colour\":\"red\"}",
                "If-Match",
                "\"0\"");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/invalid-record");
        assertThat(JSON.readTree(answer.body()).get("errors").valueStream())
                .extracting(error ->
                        error.get("field").asString() + " " + error.get("rule").asString())
                .containsExactlyInAnyOrder(
                        "id read-only", "region required", "sessions out-of-range", "colour unknown-field");
        assertThat(etag(service.get(path(session)))).isEqualTo("\"0\"");
    }

    @Test
    void writesNoVersionWhenNothingDiffers() {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("Same.Example"));

        HttpResponse<String> answer =
                service.put(path(session), service.get(path(session)).body(), "If-Match", "*");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(etag(answer)).isEqualTo("\"0\"");
        assertThat(answer.headers().firstValue(Position.HEADER)).isEmpty();
        assertThat(JSON.readTree(answer.body()).get("changed")).isEmpty();
    }

    @Test
    void answersForRecordsThatAreGone() {
        String unknown = "/api/sessions/" + new UUID(8, 9);

        assertThat(service.put(unknown, fields("a.com", "EU"), "If-Match", "*").statusCode())
                .isEqualTo(404);
        assertThat(service.delete(unknown).statusCode()).isEqualTo(404);
        assertThat(service.put("/api/sessions/7", "{}", "If-Match", "*").statusCode())
                .isEqualTo(400);
        assertThat(service.put(unknown, "[1]", "If-Match", "*").statusCode()).isEqualTo(400);
    }

    @Test
    void letsExactlyOneOfManyCorrectionsOfTheSameRevisionWin() {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("race.example"));

        List<Integer> answers = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> service.put(
                                        path(session),
                                        fields(
                                                number % 2 == 0 ? "race.example" : "raced-" + number + ".example",
                                                "R" + number),
                                        "If-Match",
                                        "\"0\"")
                                .statusCode(),
                        executor))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 412, 412, 412, 412, 412);
        assertThat(etag(service.get(path(session)))).isEqualTo("\"1\"");
    }
}
