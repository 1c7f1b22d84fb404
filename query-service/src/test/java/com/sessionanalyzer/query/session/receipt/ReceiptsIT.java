package com.sessionanalyzer.query.session.receipt;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Settlement;
import com.sessionanalyzer.schema.session.Violation;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReceiptsIT {

    private static final String ORGANIZATION = "receipts";
    private static final JsonMapper JSON = new JsonMapper();

    private static RunningQueryService service;
    private static WrittenTopics topics;

    @BeforeAll
    static void start() {
        service = RunningQueryService.start(ORGANIZATION, TestPostgres.newDatabase(), "--csa.query.patience=1s");
        topics = new WrittenTopics();
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
    }

    @Test
    void tellsARecordsWay() {
        SessionRecord session = aSession()
                .organization(ORGANIZATION)
                .channel(Channel.BULK)
                .region("Atlantis")
                .build();
        Position written = topics.add(session);
        int partition = written.offsets().firstKey();
        long offset = requireNonNull(written.offsets().get(partition));
        topics.progress(partition, offset, Instant.parse("2026-03-14T12:00:00Z"));

        JsonNode receipt = receipt(session.id(), written);

        assertThat(receipt.get("state").asString()).isEqualTo("recorded");
        assertThat(receipt.at("/received/channel").asString()).isEqualTo("bulk");
        assertThat(receipt.at("/recorded/partition").asInt()).isEqualTo(partition);
        assertThat(receipt.at("/recorded/offset").asLong()).isEqualTo(offset);
        assertThat(receipt.at("/counted/contained").asBoolean()).isTrue();
        assertThat(receipt.at("/counted/cell/region").asString()).isEqualTo("Atlantis");
        assertThat(receipt.at("/stored/revision").asInt()).isZero();
        assertThat(receipt.get("deleted").isNull()).isTrue();
    }

    @Test
    void saysWhenTheNumbersDoNotContainItYet() {
        SessionRecord session = aSession()
                .organization(ORGANIZATION)
                .customer(customerBesides(aSession().organization(ORGANIZATION).build()))
                .build();
        Position written = topics.add(session);

        assertThat(receipt(session.id(), written).at("/counted/contained").asBoolean())
                .isFalse();
        assertThat(page(session.id().toString()).body()).contains("Not in the numbers yet");
    }

    @Test
    void keepsNothingOfTheContentOfADeletedRecord() {
        SessionRecord session = aSession()
                .organization(ORGANIZATION)
                .customer("secret-customer.example")
                .region("Secretland")
                .build();
        Position written = topics.add(session);
        receipt(session.id(), written);

        Position end = topics.delete(session);

        HttpResponse<String> answer = service.get("/api/receipts/" + session.id() + "?after=" + end);
        assertThat(JSON.readTree(answer.body()).get("state").asString()).isEqualTo("deleted");
        assertThat(JSON.readTree(answer.body()).at("/received/channel").asString())
                .isEqualTo("text");
        assertThat(place(JSON.readTree(answer.body()).at("/deleted/logged"))).isEqualTo(end);
        assertThat(place(JSON.readTree(answer.body()).get("recorded"))).isEqualTo(written);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Secretland");
        assertThat(page(session.id().toString()).body())
                .contains("In the log at session-records-" + end.toString())
                .doesNotContain("secret-customer")
                .doesNotContain("Secretland");
    }

    @Test
    void showsEveryPlaceOfARecordThatWasCorrectedMovedAndDeleted() {
        SessionRecord session =
                aSession().organization(ORGANIZATION).customer("was.example").build();
        Position recorded = topics.add(session);
        receipt(session.id(), recorded);
        JsonNode corrected = receipt(session.id(), correct(session, 0, "was.example", "Atlantis"));
        JsonNode moved = receipt(session.id(), correct(session, 1, "is.example", "Atlantis"));

        JsonNode deleted = receipt(session.id(), answered(service.delete("/api/sessions/" + session.id())));

        assertThat(corrected.get("state").asString()).isEqualTo("corrected");
        assertThat(corrected.at("/stored/revision").asInt()).isEqualTo(1);
        assertThat(corrected.at("/counted/cell/region").asString()).isEqualTo("Atlantis");
        assertThat(steps(corrected)).containsExactly("recorded 0 ", "corrected 1 anonymous");
        assertThat(steps(moved))
                .containsExactly(
                        "recorded 0 ", "corrected 1 anonymous", "moved null anonymous", "corrected 2 anonymous");
        assertThat(place(deleted.get("recorded"))).isEqualTo(recorded);
        assertThat(deleted.get("history").values())
                .startsWith(moved.get("history").values().toArray(JsonNode[]::new))
                .hasSize(5);
        assertThat(deleted.get("deleted")).isEqualTo(deleted.at("/history/4"));
        assertThat(deleted.at("/deleted/what").asString()).isEqualTo("deleted");
        assertThat(deleted.at("/deleted/by").asString()).isEqualTo("anonymous");
        assertThat(page(session.id().toString()).body())
                .contains("Revision 2. By anonymous.", "Deleted", "It left the customer that it had before.")
                .doesNotContain("version");
    }

    @Test
    void saysWhoErasedARecordWithItsCustomer() {
        SessionRecord session = aSession()
                .organization(ORGANIZATION)
                .customer("forgotten.example")
                .build();
        Position recorded = topics.add(session);
        receipt(session.id(), recorded);

        JsonNode erased = receipt(session.id(), answered(service.delete("/api/customers/forgotten.example/sessions")));

        assertThat(place(erased.get("recorded"))).isEqualTo(recorded);
        assertThat(erased.at("/deleted/by").asString()).isEqualTo("anonymous");
        assertThat(erased.at("/changes/0/action").asString()).isEqualTo("customer.erased");
        assertThat(page(session.id().toString()).body()).contains("Erased with its customer");
    }

    @Test
    void knowsWhatWasRecordedAndDeletedBeforeItLooked() {
        SessionRecord session = aSession().organization(ORGANIZATION).build();
        Position recorded = topics.add(session);
        Position end = topics.delete(session);

        JsonNode receipt = receipt(session.id(), end);

        assertThat(receipt.at("/received/channel").asString()).isEqualTo("text");
        assertThat(place(receipt.get("recorded"))).isEqualTo(recorded);
        assertThat(place(receipt.at("/deleted/logged"))).isEqualTo(end);
    }

    @Test
    void containsTheChangeWhosePositionIsAskedFor() {
        for (int time = 1; time <= 2; time++) {
            SessionRecord session = aSession().organization(ORGANIZATION).build();
            topics.add(session);

            HttpResponse<String> deleted = service.delete("/api/sessions/" + session.id());

            JsonNode receipt = receipt(
                    session.id(),
                    Position.parse(deleted.headers().firstValue(Position.HEADER).orElseThrow()));
            assertThat(receipt.get("state").asString()).isEqualTo("deleted");
            assertThat(receipt.at("/changes/0/action").asString()).isEqualTo("record.deleted");
        }
    }

    @Test
    void tellsWhyARecordWasRejectedAndWhatBecameOfIt() {
        SessionRejection open = rejection(null);
        topics.reject(open);
        await().untilAsserted(() -> assertThat(state(open.id())).isEqualTo("rejected"));
        assertThat(page(open.id().toString()).body()).contains("region is missing", "still open");
        UUID record = new UUID(0x0192345678907000L, 0x8000000000000042L);

        topics.reject(open.settled(
                new Settlement(Settlement.Kind.RESUBMITTED, Instant.parse("2026-03-15T12:00:00Z"), "ann", "", record)));

        await().untilAsserted(() -> assertThat(state(open.id())).isEqualTo("resubmitted"));
        JsonNode receipt = receipt(open.id(), Position.BEGINNING);
        assertThat(receipt.at("/rejected/reasons/0").asString()).isEqualTo("region is missing");
        assertThat(receipt.at("/rejected/settled/actor").asString()).isEqualTo("ann");
        assertThat(receipt.at("/rejected/settled/record").asString()).isEqualTo(record.toString());
        assertThat(page(open.id().toString()).body()).contains("/receipts?id=" + record);
    }

    @Test
    void saysWhenNobodyKnowsAnId() {
        UUID unknown = new UUID(3, 4);

        HttpResponse<String> answer = service.get("/api/receipts/" + unknown);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no receipt with the id " + unknown, "ask again with its position");
        assertThat(page(unknown.toString()).statusCode()).isEqualTo(404);
        assertThat(page("not-an-id").statusCode()).isEqualTo(400);
        assertThat(page("not-an-id").body()).contains("this is none");
    }

    @Test
    void keepsOrganizationsApart() {
        SessionRecord foreign = aSession().organization("somebody-elses").build();
        Position written = topics.add(foreign);

        assertThat(service.get("/api/receipts/" + foreign.id() + "?after=" + written)
                        .statusCode())
                .isEqualTo(404);
    }

    private static Position correct(SessionRecord session, int revision, String customer, String region) {
        String body =
                "{\"customer\":\"%s\",\"region\":\"%s\",\"sessions\":3,\"source\":\"MySQL\",\"destination\":\"BQ\"}";
        return answered(service.put(
                "/api/sessions/" + session.id(), body.formatted(customer, region), "If-Match", "\"" + revision + "\""));
    }

    private static Position answered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Position.parse(answer.headers().firstValue(Position.HEADER).orElseThrow());
    }

    private static List<String> steps(JsonNode receipt) {
        return receipt.get("history")
                .valueStream()
                .map(entry -> entry.get("what").asString() + " " + entry.get("revision") + " "
                        + entry.get("by").asString(""))
                .toList();
    }

    private static Position place(JsonNode logged) {
        return Position.of(logged.get("partition").asInt(), logged.get("offset").asLong());
    }

    private static String state(UUID id) {
        return receipt(id, Position.BEGINNING).path("state").asString("");
    }

    private static JsonNode receipt(UUID id, Position after) {
        return JSON.readTree(
                service.get("/api/receipts/" + id + "?after=" + after).body());
    }

    private static HttpResponse<String> page(String id) {
        return service.get("/receipts?id=" + id, "Accept", "text/html");
    }

    private static SessionRejection rejection(@Nullable Settlement settlement) {
        return new SessionRejection(
                new OrganizationId(ORGANIZATION),
                new UUID(0x0192345678907000L, 0x8000000000000007L),
                Instant.parse("2026-03-14T12:00:00Z"),
                new Origin(Channel.API, "ann", null, 4, null),
                RecordFormat.TEXT,
                "Customer: acme.com",
                List.of(new Violation("region", 0, "", "required", "region is missing")),
                settlement);
    }

    /** A customer whose records are in a partition that no test of this broker ever counts. */
    private static String customerBesides(SessionRecord counted) {
        int partition = counted.key().partition(WrittenTopics.PARTITIONS);
        return IntStream.range(0, 100)
                .mapToObj(number -> "uncounted-" + number + ".example")
                .filter(customer -> isUncounted(
                        new SessionRecordKey(counted.organization(), customer, counted.id())
                                .partition(WrittenTopics.PARTITIONS),
                        partition))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isUncounted(int partition, int counted) {
        return partition >= WrittenTopics.UNCOUNTED && partition != counted;
    }
}
