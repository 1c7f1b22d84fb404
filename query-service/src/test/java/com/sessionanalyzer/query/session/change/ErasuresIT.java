package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRejection;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ErasuresIT extends ChangesTest {

    @Test
    void erasesACustomerAndFindsNothingAgain() throws SQLException {
        long before = rejections();
        add(aSession().organization(ORGANIZATION).customer("Erase.Example"));
        SessionRecord other = add(aSession().organization(ORGANIZATION).customer("https://www.erase.example/"));
        SessionRecord kept = add(aSession().organization(ORGANIZATION).customer("not-erase.example"));
        topics.reject(rejection("Customer: ERASE.example\nRegion: EU"));
        topics.reject(rejection("Customer: somebody.example\nRegion: EU"));
        await().untilAsserted(() -> assertThat(rejections()).isEqualTo(before + 2));

        HttpResponse<String> answer = service.delete("/api/customers/ERASE.example/sessions");
        HttpResponse<String> again = service.delete("/api/customers/erase.example/sessions");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode erased = JSON.readTree(answer.body());
        assertThat(erased.get("records").asInt()).isEqualTo(2);
        assertThat(erased.get("rejections").asInt()).isEqualTo(1);
        assertThat(erased.at("/difference/customers").asInt()).isEqualTo(-1);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(service.get(path(other)).statusCode()).isEqualTo(404);
        assertThat(service.get(path(kept)).statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(rejections()).isEqualTo(before + 1));
        String entry = service.get(
                        "/api/audit?action=customer.erased&subject=" + CustomerErasures.digest("erase.example"))
                .body();
        assertThat(JSON.readTree(entry).at("/0/facts/records").asString()).isEqualTo("2");
        assertThat(entry).doesNotContainIgnoringCase("erase.example");
    }

    @Test
    void erasesACustomerOfWhomThereIsOnlyThePast() throws SQLException {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("only-past.example"));
        assertThat(service.delete(path(session)).statusCode()).isEqualTo(200);
        String kept = "select count(*)::text from session_history where customer_key = 'only-past.example'";
        assertThat(rows(kept)).containsExactly("1");

        HttpResponse<String> answer = service.delete("/api/customers/only-past.example/sessions");
        HttpResponse<String> again = service.delete("/api/customers/only-past.example/sessions");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("records").asInt()).isZero();
        assertThat(rows(kept)).containsExactly("0");
        assertThat(again.statusCode()).isEqualTo(404);
    }

    @Test
    void erasesWhatARecordWasPutRightFromEvenIfItNamesNobody() {
        SessionRejection nameless = rejection("Region: EU\nObservation: a personal matter");
        topics.reject(nameless);
        String path = "/api/rejections/" + nameless.id();
        await().untilAsserted(() -> assertThat(service.get(path).statusCode()).isEqualTo(200));
        HttpResponse<String> recorded = service.postJson(
                path + "/resubmit",
                "{\"text\":\"Customer: put-right-and-gone.example\\n"
                        + "Region: EU\\n"
                        + "Sessions: 3\\n"
                        + "Source: a\\n"
                        + "Destination: b\"}");
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);

        HttpResponse<String> answer = service.delete("/api/customers/put-right-and-gone.example/sessions");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("rejections").asInt()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(service.get(path).statusCode()).isEqualTo(404));
    }
}
