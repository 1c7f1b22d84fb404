package com.sessionanalyzer.query.session.rejection;

import static com.sessionanalyzer.query.session.rejection.SentRejections.aRejection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRejection;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeskIT extends DeskTest {

    private static final ExecutorService executor = Executors.newFixedThreadPool(4);

    @AfterAll
    static void stop() {
        executor.shutdownNow();
    }

    @Test
    void recordsWhatARejectionShouldHaveBeenWithItsOriginAndTime() {
        UUID delivery = new UUID(0x0190_0000_0000_7000L, 77);
        SessionRejection rejection = written(aRejection()
                .delivery(delivery)
                .line(41)
                .receivedAt("2026-02-03T04:05:06Z")
                .of(GOOD.formatted("put-right.example").replace("3", "three")));

        HttpResponse<String> answer = resubmit(rejection, GOOD.formatted("put-right.example"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String record = json(answer).get("record").asString();
        String position = answer.headers().firstValue(Position.HEADER).orElseThrow();
        JsonNode session = read("/api/sessions/" + record + "?after=" + position);
        assertThat(session.get("uploaded_at").asString()).isEqualTo("2026-02-03T04:05:06Z");
        assertThat(session.get("sessions").asInt()).isEqualTo(3);
        assertThat(read("/api/rejections/" + rejection.id()).at("/settlement"))
                .isEqualTo(JSON.readTree("{\"kind\":\"resubmitted\",\"at\":\""
                        + read("/api/rejections/" + rejection.id())
                                .at("/settlement/at")
                                .asString()
                        + "\",\"actor\":\"anonymous\",\"reason\":\"\",\"record\":\"" + record + "\"}"));
        assertThat(read("/api/rejections?delivery=" + delivery)).isEmpty();
        assertThat(read("/api/rejections?delivery=" + delivery + "&state=resubmitted"))
                .hasSize(1);
    }

    @Test
    void recordsOnceHoweverManyAskAtTheSameTime() {
        SessionRejection rejection =
                written(aRejection().of(GOOD.formatted("race.example").replace("3", "three")));
        List<String> texts = IntStream.range(1, 5)
                .mapToObj(sessions -> GOOD.formatted("race.example").replace("3", "" + sessions))
                .toList();

        List<Integer> answers = texts.stream()
                .map(text -> CompletableFuture.supplyAsync(
                        () -> resubmit(rejection, text).statusCode(), executor))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(201, 409, 409, 409);
        assertThat(read("/api/sessions?q=race.example")).hasSize(1);
    }

    @Test
    void answersTheSameRequestTheSameAgain() {
        SessionRejection rejection =
                written(aRejection().of(GOOD.formatted("again.example").replace("3", "three")));
        String text = GOOD.formatted("again.example");

        HttpResponse<String> first = resubmit(rejection, text);
        readAfter(first);
        HttpResponse<String> second = resubmit(rejection, text);

        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void saysWhatIsStillWrongInWhichLineOfTheText() {
        SessionRejection rejection = written(
                aRejection().line(100).of(GOOD.formatted("still.example").replace("3", "three")));

        HttpResponse<String> answer =
                resubmit(rejection, GOOD.formatted("still.example").replace("3", "many"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(json(answer).at("/errors/0/rule").asString()).isEqualTo("not-a-number");
        assertThat(read("/api/rejections/" + rejection.id()).get("settlement").isNull())
                .isTrue();
    }

    @Test
    void takesOneRecordForOneRejection() {
        SessionRejection rejection = written(aRejection().of("Customer: two.example"));

        HttpResponse<String> answer =
                resubmit(rejection, GOOD.formatted("one.example") + "\n" + GOOD.formatted("two.example"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("many-records");
    }

    @Test
    void dismissesWithAReason() {
        SessionRejection rejection = written(aRejection().of("Customer: dismissed.example"));
        String path = "/api/rejections/" + rejection.id() + "/dismiss";

        HttpResponse<String> first = service.postJson(path, "{\"reason\":\" twice sent \"}");
        HttpResponse<String> again = service.postJson(path, "{\"reason\":\"twice sent\"}");
        HttpResponse<String> other = service.postJson(path, "{\"reason\":\"another\"}");
        HttpResponse<String> late = resubmit(rejection, GOOD.formatted("dismissed.example"));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(json(first).at("/settlement/reason").asString()).isEqualTo("twice sent");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).at("/settlement/kind").asString()).isEqualTo("dismissed");
        assertThat(service.postJson(path, "{\"reason\":\" \"}").statusCode()).isEqualTo(400);
    }
}
