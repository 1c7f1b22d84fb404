package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Corrections that move a record to another customer, and so to another key. */
class MovesIT extends ChangesTest {

    @Test
    void movesARecordToAnotherCustomerAndBack() throws SQLException {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("from.example"));
        List<String> customers = List.of("to-1.example", "to-2.example", "from.example");

        for (int revision = 0; revision < customers.size(); revision++) {
            HttpResponse<String> answer = service.put(
                    path(session), fields(customers.get(revision), "EU"), "If-Match", "\"" + revision + "\"");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode read = JSON.readTree(
                    service.get(path(session) + "?after=" + position(answer)).body());
            assertThat(read.get("customer").asString()).isEqualTo(customers.get(revision));
        }

        assertThat(rows("select customer_key || ' ' || revision from session_record where id = '" + session.id() + "'"))
                .containsExactly("from.example 3");
        assertThat(service.delete(path(session)).statusCode()).isEqualTo(200);
        assertThat(service.get(path(session)).statusCode()).isEqualTo(404);
    }

    @Test
    void countsAMoveToAnotherCustomerAsOneCorrection() {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("counted-from.example"));
        JsonNode before = booked();

        HttpResponse<String> moved =
                service.put(path(session), fields("counted-to.example", "EU"), "If-Match", "\"0\"");

        assertThat(moved.statusCode()).isEqualTo(200);
        await().untilAsserted(() -> {
            JsonNode after = booked();
            assertThat(after.get("corrected").asInt())
                    .isEqualTo(before.get("corrected").asInt() + 1);
            for (String still : List.of("received", "recorded", "deleted", "live")) {
                assertThat(after.get(still)).as(still).isEqualTo(before.get(still));
            }
        });
    }

    @Test
    void saysWhichCustomersComeAndGo() {
        SessionRecord one = add(aSession().organization(ORGANIZATION).customer("twice.example"));
        add(aSession().organization(ORGANIZATION).customer("twice.example"));

        JsonNode moved = JSON.readTree(service.put(path(one), fields("new.example", "EU"), "If-Match", "\"0\"")
                .body());
        JsonNode back = JSON.readTree(service.put(path(one), fields("twice.example", "EU"), "If-Match", "\"1\"")
                .body());
        JsonNode deleted = JSON.readTree(service.delete(path(one)).body());

        assertThat(moved.at("/difference/customers").asInt()).isEqualTo(1);
        assertThat(moved.at("/difference/duplicate_customers").asInt()).isEqualTo(-1);
        assertThat(back.at("/difference/customers").asInt()).isEqualTo(-1);
        assertThat(back.at("/difference/duplicate_customers").asInt()).isEqualTo(1);
        assertThat(deleted.at("/difference").has("customers")).isFalse();
        assertThat(deleted.at("/difference/duplicate_customers").asInt()).isEqualTo(-1);
    }

    /** Once the books of a service that has just started are open. */
    private static JsonNode booked() {
        HttpResponse<String> pipeline =
                await().until(() -> service.get("/api/pipeline"), answer -> answer.statusCode() == 200);
        return JSON.readTree(pipeline.body()).get("total");
    }
}
