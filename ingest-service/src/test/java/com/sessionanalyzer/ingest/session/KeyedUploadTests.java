package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.ingest.MemoryIngest;
import com.sessionanalyzer.intake.DeliveryClaims;
import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.intake.IntakeGauge;
import com.sessionanalyzer.intake.MemoryLog;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = MemoryIngest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=ingest-service")
class KeyedUploadTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId("default");
    private static final String GOOD = "Customer: Acme.com\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";
    private static final String BAD = "Customer: b\nRegion: EU\n";

    @Autowired
    private MemoryLog log;

    @Autowired
    private IntakeGauge gauge;

    @Autowired
    private DeliveryClaims claims;

    @LocalServerPort
    private int port;

    private HttpPosts posts;

    @BeforeEach
    void setUp() {
        posts = new HttpPosts(port);
        log.clear();
    }

    /** Other classes use the same log. */
    @AfterEach
    void openLog() {
        log.available(true);
        log.answering(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD, GOOD + GOOD + BAD, BAD, BAD + BAD})
    void givesTheSameAnswerAgainAndRecordsNothingTwice(String text) throws Exception {
        HttpResponse<String> first = posts.keyed("again", text);
        int messages = log.messages(SessionTopics.RECORDS).size();

        HttpResponse<String> second = posts.keyed("again", text);

        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue(Position.HEADER))
                .isEqualTo(first.headers().firstValue(Position.HEADER));
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(first.headers().firstValue(IdempotencyKey.REPLAYED)).isEmpty();
        assertThat(second.headers().firstValue(IdempotencyKey.REPLAYED)).contains("true");
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(messages);
    }

    @Test
    void derivesTheIdsFromTheKey() throws Exception {
        posts.keyed("ids", GOOD + BAD + GOOD);

        DeliveryKey key = new IdempotencyKey("ids").delivery(ORGANIZATION, SessionTopics.DOMAIN, DeliveryKind.POST);
        assertThat(log.messages(SessionTopics.RECORDS))
                .extracting(message -> SessionRecordCodec.decode(message.value()))
                .allSatisfy(session -> assertThat(session.origin().delivery()).isEqualTo(key.id()))
                .extracting(SessionRecord::id)
                .containsExactly(RecordIds.derived(key.id(), 0), RecordIds.derived(key.id(), 2));
    }

    @Test
    void keepsWhatCameWithTheKey() throws Exception {
        posts.keyed("kept", GOOD + BAD);

        assertThat(log.messages(IntakeLogTopics.DELIVERIES)).hasSize(1);
        Delivery delivery =
                Delivery.decode(log.messages(IntakeLogTopics.DELIVERIES).get(0).value());
        assertThat(delivery.received()).isEqualTo(2);
        assertThat(delivery.recorded()).isEqualTo(1);
        assertThat(delivery.rejected()).isEqualTo(1);
        assertThat(delivery.reasons())
                .isEqualTo(Map.of("sessions:required", 1L, "source:required", 1L, "destination:required", 1L));
        assertThat(delivery.position()).isEqualTo(Position.of(partition(), 0));
    }

    @Test
    void refusesAnotherBodyWithTheSameKey() throws Exception {
        posts.keyed("other", GOOD);

        HttpResponse<String> response = posts.keyed("other", GOOD + GOOD);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(HttpPosts.read(response).get("type").asString()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(1);
    }

    @Test
    void refusesAPostWhileAnotherWithItsKeyIsRecorded() throws Exception {
        DeliveryKey key = new IdempotencyKey("busy").delivery(ORGANIZATION, SessionTopics.DOMAIN, DeliveryKind.POST);
        try (DeliveryClaims.Claim claim = Objects.requireNonNull(claims.take(key))) {
            HttpResponse<String> response = posts.keyed("busy", GOOD);

            assertThat(claim).isNotNull();
            assertThat(response.statusCode()).isEqualTo(409);
            assertThat(response.headers().firstValue("Retry-After")).contains("2");
            assertThat(HttpPosts.read(response).get("type").asString()).isEqualTo("/problems/in-progress");
        }
        assertThat(posts.keyed("busy", GOOD).statusCode()).isEqualTo(201);
    }

    @Test
    void recordsOnceWhatWasAnsweredAsUnavailable() throws Exception {
        log.available(false);
        HttpResponse<String> away = posts.keyed("retried", GOOD);
        log.available(true);
        log.answering(false);
        HttpResponse<String> unanswered = posts.keyed("retried", GOOD);
        log.answering(true);

        HttpResponse<String> response = posts.keyed("retried", GOOD);

        assertThat(List.of(away.statusCode(), unanswered.statusCode())).containsOnly(503);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue(IdempotencyKey.REPLAYED)).contains("true");
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(1);
    }

    @Test
    void forgetsAKeyWhoseBodyCouldNotBeRead() throws Exception {
        HttpResponse<String> nothing = posts.keyed("unread", "");

        HttpResponse<String> response = posts.keyed("unread", GOOD);

        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue(IdempotencyKey.REPLAYED)).isEmpty();
    }

    @Test
    void countsWhatIsReplayed() throws Exception {
        posts.keyed("counted", GOOD + BAD);
        IntakeCount before = counts();

        posts.keyed("counted", GOOD + BAD);

        assertThat(counts().received()).isEqualTo(before.received() + 2);
        assertThat(counts().replayed()).isEqualTo(before.replayed() + 2);
        assertThat(counts().recorded()).isEqualTo(before.recorded());
        assertThat(counts().rejected()).isEqualTo(before.rejected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb"})
    void refusesAMalformedKey(String key) throws Exception {
        HttpResponse<String> response = posts.keyed(key, GOOD);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(HttpPosts.read(response).get("type").asString()).isEqualTo("/problems/malformed-request");
        assertThat(log.messages(SessionTopics.RECORDS)).isEmpty();
    }

    @Test
    void takesAKeyOf255CharactersAndNoMore() throws Exception {
        assertThat(posts.keyed("k".repeat(255), GOOD).statusCode()).isEqualTo(201);
        assertThat(posts.keyed("k".repeat(256), GOOD).statusCode()).isEqualTo(400);
    }

    private IntakeCount counts() {
        return gauge.of(ORGANIZATION, SessionTopics.DOMAIN, "api").settled();
    }

    private int partition() {
        Integer partition = log.messages(SessionTopics.RECORDS).get(0).partition();
        return Objects.requireNonNull(partition);
    }
}
