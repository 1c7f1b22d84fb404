package com.sessionanalyzer.query.session.rejection;

import static com.sessionanalyzer.query.session.rejection.SentRejections.aRejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeskIT {

    private static final String ORGANIZATION = "desk";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String GOOD = "Customer: %s\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BigQuery";

    private static final ExecutorService executor = Executors.newFixedThreadPool(4);
    private static RunningQueryService service;
    private static WrittenTopics topics;

    @BeforeAll
    static void start() {
        service = RunningQueryService.start(ORGANIZATION, TestPostgres.newDatabase());
        topics = new WrittenTopics();
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
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
    void findsRejectionsByWhatIsAskedFor() {
        UUID delivery = new UUID(0x0190_0000_0000_7000L, 4713);
        SentRejections sent = aRejection().delivery(delivery).receivedAt("2026-05-01T23:30:00Z");
        topics.reject(
                sent.format(RecordFormat.JSON)
                        .of(
                                "{\"customer\":\"J.example\",\"region\":\"EU\",\"sessions\":0,\"source\":\"a\",\"destination\":\"b\"}"));
        topics.reject(
                sent.format(RecordFormat.CSV).of("customer;region;sessions;source;destination\nC.example;EU;0;a;b"));
        written(sent.format(RecordFormat.TEXT)
                .receivedAt("2026-05-02T00:00:00Z")
                .of("Region: EU"));
        String mine = "/api/rejections?delivery=" + delivery;

        await().untilAsserted(() -> assertThat(read(mine)).hasSize(3));

        assertThat(read(mine + "&reason=sessions:out-of-range")).hasSize(2);
        assertThat(read(mine + "&field=sessions")).hasSize(3);
        assertThat(read(mine + "&rule=required&channel=bulk")).hasSize(1);
        assertThat(read(mine + "&channel=bulk")).hasSize(3);
        assertThat(read(mine + "&channel=api")).isEmpty();
        assertThat(read(mine + "&to=2026-05-01")).hasSize(2);
        assertThat(read(mine + "&from=2026-05-02T00:00:00Z")).hasSize(1);
        assertThat(read(mine + "&page_size=2&page=2")).hasSize(1);
        assertThat(service.get(mine + "&page_size=2").headers().firstValue("X-Total-Count"))
                .hasValue("3");
        assertThat(service.get("/api/rejections?state=lost").body()).contains("\"parameter\":\"state\"");
        Rejections rejections = service.bean(Rejections.class);
        assertThat(rejections.naming(sent.of("Customer:").organization(), "j.example", null, 10))
                .hasSize(1);
    }

    @Test
    void refusesParametersThatNoRejectionCanHave() {
        assertThat(List.of(
                        "reason=a%00b",
                        "from=%2B999999998-12-31",
                        "to=%2B300000-01-01",
                        "from=-5000-01-01T00:00:00Z",
                        "to=2026-02-30",
                        "delivery=x",
                        "page=0",
                        "page=9999999999",
                        "page_size=101"))
                .allSatisfy(wrong -> assertThat(
                                service.get("/api/rejections?" + wrong).statusCode())
                        .isEqualTo(400));
        assertThat(service.get("/api/rejections?page=999999999&page_size=100").statusCode())
                .isEqualTo(200);
        assertThat(service.get("/api/audit?subject=%00x").statusCode()).isEqualTo(400);
        assertThat(service.get("/rejects?reason=a%00b", "Accept", "text/html").statusCode())
                .isEqualTo(400);
        assertThat(service.get("/rejects/none", "Accept", "text/html").statusCode())
                .isEqualTo(400);
    }

    @Test
    void containsWhatWasAnsweredBeforeForAReaderWithAPosition() {
        for (int time = 1; time <= 5; time++) {
            SessionRejection rejection = aRejection().of("Customer: at-once.example");
            topics.reject(rejection);

            assertThat(service.get("/api/rejections/" + rejection.id() + "?after=0@0")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(service.get("/api/rejections?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void mentionsWhatIsOpenOnTheDashboard() {
        written(aRejection().of("Customer: mentioned.example"));

        assertThat(service.get("/", "Accept", "text/html").body())
                .containsPattern("<a href=\"/rejects\">[0-9]+ rejected records?</a> not stored yet");
    }

    @Test
    void findsWhomARejectionNames() {
        SessionRejection rejection = written(aRejection()
                .format(RecordFormat.JSON)
                .of("{\"customer\":\"https://www.Named.example/\",\"colour\":1}"));

        assertThat(service.bean(Rejections.class).naming(rejection.organization(), "named.example", null, 10))
                .extracting(SessionRejection::id)
                .containsExactly(rejection.id());
    }

    @Test
    void downloadsWhatCanBeLoadedAgain() {
        UUID delivery = new UUID(0x0190_0000_0000_7000L, 4714);
        SentRejections sent = aRejection().delivery(delivery);
        topics.reject(sent.of("Customer: =1+1\nRegion: EU"));
        topics.reject(sent.of("Region: EU"));
        topics.reject(sent.format(RecordFormat.CSV).of("Sessions;Customer\n3;\"a;b\""));
        written(sent.format(RecordFormat.JSON).of("{\n\"customer\":\"j\"}"));
        String path = "/api/rejections/download?delivery=" + delivery + "&format=";

        await().untilAsserted(() ->
                assertThat(read("/api/rejections?delivery=" + delivery)).hasSize(4));

        HttpResponse<String> text = service.get(path + "text");
        assertThat(text.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"rejected-records.txt\"");
        assertThat(text.body()).isEqualTo("Customer: =1+1\nRegion: EU\n\nCustomer:\nRegion: EU\n\n");
        assertThat(service.get(path + "json").body()).isEqualTo("{ \"customer\":\"j\"}\n");
        assertThat(service.get(path + "rows").body())
                .isEqualTo("customer,region,sessions,source,destination,time_consumed,uploaded_at,highlight_type,"
                        + "highlight_url,highlight_details,observation,has_highlight\r\na;b,,3,,,,,,,,,\r\n");
        assertThat(service.get(path + "ndjson").body().lines())
                .hasSize(4)
                .allMatch(line -> line.contains("\"reasons\":[\""));
        assertThat(service.get(path + "csv").body()).contains("region:").doesNotContain(",=1");
        assertThat(service.get(path + "pdf").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAFilterThatItDoesNotKnowRatherThanTakeAll() {
        String body = "{\"filter\":{\"import\":\"x\"},\"reason\":\"junk\",\"dry_run\":false}";

        assertThat(service.postJson("/api/rejections/dismiss", body).statusCode())
                .isEqualTo(400);
    }

    @Test
    void keepsOrganizationsApart() {
        SessionRejection foreign = aRejection().organization("others").of("Customer: foreign.example");
        topics.reject(foreign);
        SessionRejection own = written(aRejection().of("Customer: own.example"));

        assertThat(resubmit(own, "Customer: x").statusCode()).isEqualTo(400);
        assertThat(resubmit(foreign, GOOD.formatted("foreign.example")).statusCode())
                .isEqualTo(404);
        assertThat(service.get("/api/rejections/" + foreign.id()).statusCode()).isEqualTo(404);
    }

    /** Adds the rejection, in this organization unless it has another, and waits until it can be read. */
    private static SessionRejection written(SessionRejection rejection) {
        topics.reject(rejection);
        await().untilAsserted(() -> assertThat(
                        service.get("/api/rejections/" + rejection.id()).statusCode())
                .isEqualTo(200));
        return rejection;
    }

    private static HttpResponse<String> resubmit(SessionRejection rejection, String text) {
        return service.postJson(
                "/api/rejections/" + rejection.id() + "/resubmit", JSON.writeValueAsString(Map.of("text", text)));
    }

    private static void readAfter(HttpResponse<String> answer) {
        service.get("/api/sessions?after="
                + answer.headers().firstValue(Position.HEADER).orElseThrow());
    }

    private static Map<String, Integer> numbers(JsonNode summary) {
        return Map.of(
                "selected", summary.get("selected").asInt(),
                "fixed", summary.get("fixed").asInt(),
                "still_rejected", summary.get("still_rejected").asInt());
    }

    private static JsonNode read(String path) {
        return json(service.get(path));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
