package com.sessionanalyzer.query.session.rejection;

import static com.sessionanalyzer.query.session.rejection.SentRejections.aRejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.RecordFormat;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rejections of a group, settled together. */
class GroupsIT extends DeskTest {

    @Test
    void triesARuleAndThenAppliesItToAllOfAGroup() {
        UUID delivery = new UUID(0x0190_0000_0000_7000L, 4711);
        SentRejections sent = aRejection().delivery(delivery);
        for (int number = 0; number < 412; number++) {
            topics.reject(sent.of(GOOD.formatted("fix-" + number + ".example").replace("3", "3 sessions")));
        }
        for (int number = 0; number < 17; number++) {
            topics.reject(sent.of(GOOD.formatted("some-" + number + ".example").replace("3", "some")));
        }
        written(sent.of("Customer: c.example\nSessions: 3 sessions"));
        String filter = "{\"filter\":{\"delivery\":\"" + delivery
                + "\",\"field\":\"sessions\"},\"rule\":{\"kind\":\"strip\",\"field\":\"sessions\"},\"dry_run\":";

        await().untilAsserted(() -> assertThat(read("/api/rejections/groups?delivery=" + delivery)
                        .at("/0/count")
                        .asInt())
                .isEqualTo(430));
        JsonNode tried = json(service.postJson("/api/rejections/fix", filter + "true}"));
        JsonNode open = read("/api/rejections?delivery=" + delivery);
        HttpResponse<String> answer = service.postJson("/api/rejections/fix", filter + "false}");
        JsonNode applied = json(answer);
        JsonNode again = json(service.postJson("/api/rejections/fix", filter + "false}"));

        assertThat(numbers(tried)).isEqualTo(Map.of("selected", 430, "fixed", 412, "still_rejected", 18));
        assertThat(tried.get("unchanged").asInt()).isEqualTo(17);
        assertThat(open).hasSize(20);
        assertThat(numbers(applied)).isEqualTo(Map.of("selected", 430, "fixed", 412, "still_rejected", 18));
        assertThat(applied.at("/reasons_left/0"))
                .isEqualTo(JSON.readTree("{\"reason\":\"sessions:not-a-number\",\"count\":17}"));
        assertThat(numbers(again)).isEqualTo(Map.of("selected", 18, "fixed", 0, "still_rejected", 18));
        String position = answer.headers().firstValue(Position.HEADER).orElseThrow();
        HttpResponse<String> recorded = service.get("/api/sessions?q=fix-&page_size=1&after=" + position);
        assertThat(recorded.headers().firstValue("X-Total-Count")).hasValue("412");
    }

    @Test
    void listsTheMostFrequentReasonsAndSaysHowManyThereAre() {
        UUID delivery = new UUID(0x0190_0000_0000_7000L, 4799);
        SentRejections sent = aRejection().delivery(delivery).format(RecordFormat.JSON);
        for (int number = 0; number < 60; number++) {
            topics.reject(sent.of("{\"customer\":\"a.example\",\"field-" + number + "\":1}"));
        }
        written(sent.of("{\"customer\":\"b.example\",\"field-7\":\"the newest\"}"));
        String groups = "/api/rejections/groups?delivery=" + delivery;
        await().untilAsserted(
                        () -> assertThat(read(groups).at("/0/count").asInt()).isEqualTo(61));

        HttpResponse<String> few = service.get(groups + "&limit=6");

        assertThat(few.headers().firstValue("X-Total-Count")).hasValue("64");
        assertThat(json(few)).hasSize(6);
        assertThat(json(few).at("/4/reason").asString()).isEqualTo("field-7:unknown-field");
        assertThat(json(few).at("/4/count").asInt()).isEqualTo(2);
        assertThat(json(few).at("/4/example/value").asString()).isEqualTo("the newest");
        assertThat(read(groups)).hasSize(50);
        assertThat(read(groups + "&limit=200")).hasSize(64);
        assertThat(service.get(groups + "&limit=201").statusCode()).isEqualTo(400);
    }

    @Test
    void dismissesAllOfAGroup() {
        UUID delivery = new UUID(0x0190_0000_0000_7000L, 4712);
        topics.reject(aRejection().delivery(delivery).of("Customer: a.example"));
        written(aRejection().delivery(delivery).of("Customer: b.example"));
        String request = "{\"filter\":{\"delivery\":\"" + delivery + "\"},\"reason\":\"the wrong file\",\"dry_run\":";

        await().untilAsserted(() ->
                assertThat(read("/api/rejections?delivery=" + delivery)).hasSize(2));
        JsonNode tried = json(service.postJson("/api/rejections/dismiss", request + "true}"));
        JsonNode done = json(service.postJson("/api/rejections/dismiss", request + "false}"));

        assertThat(tried.get("dismissed").asInt()).isEqualTo(2);
        assertThat(done.get("dismissed").asInt()).isEqualTo(2);
        assertThat(read("/api/rejections?delivery=" + delivery)).isEmpty();
        assertThat(read("/api/rejections?state=dismissed&delivery=" + delivery)).hasSize(2);
    }

    @Test
    void refusesAFilterThatItDoesNotKnowRatherThanTakeAll() {
        String body = "{\"filter\":{\"import\":\"x\"},\"reason\":\"junk\",\"dry_run\":false}";

        assertThat(service.postJson("/api/rejections/dismiss", body).statusCode())
                .isEqualTo(400);
    }
}
