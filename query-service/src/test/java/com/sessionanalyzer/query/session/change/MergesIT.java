package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRejection;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MergesIT extends ChangesTest {

    @Test
    void movesEveryRecordAndPutsEachBack() throws SQLException {
        SessionRecord first = add(aSession().organization(ORGANIZATION).customer("Merged One Inc"));
        SessionRecord second = add(aSession().organization(ORGANIZATION).customer("MERGED one inc"));
        add(aSession().organization(ORGANIZATION).customer("merged-one.example"));

        HttpResponse<String> merged = merge("merged one INC", "merged-one.example");
        HttpResponse<String> again = merge("Merged One Inc", "merged-one.example");

        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
        JsonNode answer = JSON.readTree(merged.body());
        assertThat(answer.get("moved_records").asInt()).isEqualTo(2);
        assertThat(answer.at("/difference/customers").asInt()).isEqualTo(-1);
        assertThat(answer.at("/merge/state").asString()).isEqualTo("merged");
        assertThat(JSON.readTree(again.body()).get("moved_records").asInt()).isZero();
        assertThat(places(first, second))
                .containsExactly("Merged One Inc merged-one.example 1", "MERGED one inc merged-one.example 1");

        HttpResponse<String> undone = undo("Merged One Inc");

        assertThat(JSON.readTree(undone.body()).get("moved_records").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(undone.body()).at("/difference/customers").asInt())
                .as(undone.body())
                .isEqualTo(1);
        assertThat(places(first, second))
                .containsExactly("Merged One Inc merged one inc 2", "MERGED one inc merged one inc 2");
        assertThat(undo("Merged One Inc").statusCode()).isEqualTo(200);
        assertThat(service.get("/api/audit?action=customer.merged&subject=" + CustomerErasures.digest("merged one inc"))
                        .body())
                .contains("\"records\":\"2\"")
                .doesNotContainIgnoringCase("merged one");
    }

    @Test
    void putsBackWhatWasCorrectedMeanwhileUnlessItSaysTheOtherName() throws SQLException {
        SessionRecord region = add(aSession().organization(ORGANIZATION).customer("corrected-a.example"));
        SessionRecord renamed = add(aSession().organization(ORGANIZATION).customer("corrected-a.example"));
        add(aSession().organization(ORGANIZATION).customer("corrected-b.example"));
        merge("corrected-a.example", "corrected-b.example");

        service.put(path(region), fields("corrected-a.example", "AU"), "If-Match", "\"1\"");
        service.put(path(renamed), fields("Corrected-B.example", "AU"), "If-Match", "\"1\"");
        assertThat(places(region, renamed))
                .containsExactly(
                        "corrected-a.example corrected-b.example 2", "Corrected-B.example corrected-b.example 2");
        undo("corrected-a.example");

        assertThat(places(region, renamed))
                .containsExactly(
                        "corrected-a.example corrected-a.example 3", "Corrected-B.example corrected-b.example 2");
    }

    @Test
    void followsMergesOfMergesAndUndoesEach() throws SQLException {
        SessionRecord record = add(aSession().organization(ORGANIZATION).customer("chain-1.example"));
        add(aSession().organization(ORGANIZATION).customer("chain-2.example"));
        add(aSession().organization(ORGANIZATION).customer("chain-3.example"));
        merge("chain-1.example", "chain-2.example");
        merge("chain-2.example", "chain-3.example");

        HttpResponse<String> circle = merge("chain-3.example", "chain-1.example");

        assertThat(circle.statusCode()).as(circle.body()).isEqualTo(409);
        assertThat(circle.body()).contains("merge-conflict", "undo that first");
        assertThat(places(record)).containsExactly("chain-1.example chain-3.example 2");
        undo("chain-2.example");
        assertThat(places(record)).containsExactly("chain-1.example chain-2.example 3");
        undo("chain-1.example");
        assertThat(places(record)).containsExactly("chain-1.example chain-1.example 4");
    }

    @Test
    void movesWhatCameInUnderAMergedNameByWayOfSomebodyWhoDidNotKnow() throws SQLException {
        add(aSession().organization(ORGANIZATION).customer("late-a.example"));
        add(aSession().organization(ORGANIZATION).customer("late-b.example"));
        merge("late-a.example", "late-b.example");
        SessionRecord late = add(aSession().organization(ORGANIZATION).customer("late-a.example"));

        HttpResponse<String> again = merge("late-a.example", "late-b.example");

        assertThat(JSON.readTree(again.body()).get("moved_records").asInt()).isEqualTo(1);
        assertThat(places(late)).containsExactly("late-a.example late-b.example 1");
    }

    @Test
    void recordsAtTheDeskWhatIsSpelledLikeAMergedCustomerForTheOther() throws SQLException {
        add(aSession().organization(ORGANIZATION).customer("desk-a.example"));
        add(aSession().organization(ORGANIZATION).customer("desk-b.example"));
        merge("desk-a.example", "desk-b.example");
        SessionRejection rejection = rejection("Customer: Desk-A.example\nRegion: EU");
        topics.reject(rejection);
        String path = "/api/rejections/" + rejection.id();
        await().untilAsserted(() -> assertThat(service.get(path).statusCode()).isEqualTo(200));

        HttpResponse<String> recorded = service.postJson(
                path + "/resubmit",
                "{\"text\":\"Customer: Desk-A.example\\n"
                        + "Region: EU\\n"
                        + "Sessions: 3\\n"
                        + "Source: a\\n"
                        + "Destination: b\"}");

        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
        assertThat(rows("select customer_key from session_record where rejection = '" + rejection.id() + "'"))
                .containsExactly("desk-b.example");
    }

    @Test
    void erasesACustomerUnderEveryNameThatWasMergedIntoIt() throws SQLException {
        SessionRecord alias = add(aSession().organization(ORGANIZATION).customer("Forget A"));
        SessionRecord kept = add(aSession().organization(ORGANIZATION).customer("forget-b.example"));
        merge("Forget A", "forget-b.example");
        reject("forget-b.example", "forgotten.example");
        topics.reject(rejection("Customer: FORGET A\nRegion: EU"));
        await().untilAsserted(() -> assertThat(rows("select id::text from session_rejection where organization = '"
                        + ORGANIZATION + "' and customer_key = 'forget a'"))
                .hasSize(1));

        HttpResponse<String> erased = service.delete("/api/customers/Forget%20A/sessions");

        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        assertThat(JSON.readTree(erased.body()).get("records").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(erased.body()).get("rejections").asInt()).isEqualTo(1);
        assertThat(service.get(path(alias)).statusCode()).isEqualTo(404);
        assertThat(service.get(path(kept)).statusCode()).isEqualTo(404);
        assertThat(service.get("/api/duplicates/merges").body()).doesNotContainIgnoringCase("forget");
        assertThat(service.get("/api/duplicates/rejected").body()).doesNotContainIgnoringCase("forget");
        assertThat(service.delete("/api/customers/forget-b.example/sessions").statusCode())
                .isEqualTo(404);
    }

    @Test
    void findsTheCustomerThatIsKeptUnderTheMergedName() {
        add(aSession().organization(ORGANIZATION).customer("found-a.example"));
        add(aSession().organization(ORGANIZATION).customer("found-b.example"));
        merge("found-a.example", "found-b.example");
        String asked = "customer=Found-A.example";

        assertThat(service.get("/api/sessions?" + asked).headers().firstValue("X-Total-Count"))
                .hasValue("2");
        assertThat(service.get("/api/sessions/export?columns=customer&" + asked)
                        .body()
                        .lines())
                .hasSize(3);
        assertThat(service.get("/customer?name=found-a.example", "Accept", "text/html")
                        .body())
                .contains("was merged into this customer", "Also spelled");
        String now = "&period=all&as_of=" + Instant.now().truncatedTo(ChronoUnit.MILLIS);
        await().untilAsserted(() -> {
            for (String path : List.of("/api/insights?", "/api/insights/query?")) {
                HttpResponse<String> answer = service.get(path + asked + now);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).containsPattern("\"(total_records|records)\":2");
            }
        });
    }

    @Test
    void keepsTwoCustomersApartOnceForAll() {
        assertThat(reject("Apart-A.example", "apart-b.example").statusCode()).isEqualTo(204);
        assertThat(reject("apart-b.example", "apart-a.example").statusCode()).isEqualTo(204);

        List<String> pairs = JSON.readTree(
                        service.get("/api/duplicates/rejected").body())
                .valueStream()
                .map(pair -> pair.get("customer").asString() + " "
                        + pair.get("other").asString())
                .filter(pair -> pair.toLowerCase(Locale.ROOT).contains("apart-a"))
                .toList();
        assertThat(pairs).hasSize(1);
    }

    @Test
    void refusesWhatCannotBeMergedInASentence() {
        add(aSession().organization(ORGANIZATION).customer("refused.example"));

        assertThat(merge("refused.example", "REFUSED.example").statusCode()).isEqualTo(409);
        assertThat(merge("refused.example", "nobody-at-all.example").statusCode())
                .isEqualTo(404);
        assertThat(merge("", "refused.example").body()).contains("customer must name a customer");
        assertThat(merge("www.", "refused.example").statusCode()).isEqualTo(400);
        assertThat(undo("refused.example").statusCode()).isEqualTo(404);
    }

    private static List<String> places(SessionRecord... records) throws SQLException {
        String ids =
                Arrays.stream(records).map(record -> "'" + record.id() + "'").collect(Collectors.joining(","));
        return rows("select customer || ' ' || customer_key || ' ' || revision from session_record where id in (" + ids
                + ") order by array_position(array[" + ids + "]::uuid[], id)");
    }

    private static HttpResponse<String> merge(String customer, String into) {
        return service.postJson(
                "/api/duplicates/merge", "{\"customer\":\"" + customer + "\",\"into\":\"" + into + "\"}");
    }

    private static HttpResponse<String> undo(String customer) {
        return service.postJson("/api/duplicates/undo", "{\"customer\":\"" + customer + "\"}");
    }

    private static HttpResponse<String> reject(String customer, String other) {
        return service.postJson(
                "/api/duplicates/reject", "{\"customer\":\"" + customer + "\",\"other\":\"" + other + "\"}");
    }
}
