package com.sessionanalyzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.embedded.LoopbackPort;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.testing.TcpProxy;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One service whose own topics hold what nobody can read, on a broker that hangs, is slow, and refuses. */
class BrokenKafkaIT {

    private static final String ORGANIZATION = "broken-kafka-it";
    private static final String REST = "\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";
    private static final Duration BOUND = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final byte[] UNKNOWN_SCHEMA = {(byte) 0xC3, 1, 9, 9, 9, 9, 9, 9, 9, 9, 2, 4};
    private static final byte[] NOISE = {(byte) 0xFF, 0, (byte) 0x80, 7};

    @TempDir
    private static Path directory;

    private static TcpProxy proxy;
    private static EmbeddedKafka kafka;
    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        int port = LoopbackPort.claim(0, "a broker that is broken");
        proxy = TcpProxy.to(port);
        kafka = EmbeddedKafka.startBehind(directory.resolve("kafka"), port, proxy.port());
        new Topics(connection(), PATIENCE).ensure(IntakeLogTopics.all(6));
        poison();
        ingest = new RunningIngest(kafka.bootstrapServers(), ORGANIZATION, directory.resolve("state"));
        recordedEventually("warm-up");
    }

    @AfterAll
    static void stop() {
        ingest.close();
        kafka.close();
        proxy.close();
    }

    @Test
    void whatCannotBeReadInItsTopicsStopsNothing() throws Exception {
        recordedEventually("beside-noise");

        assertThat(ingest.posts().get("/api/imports", "application/json").statusCode())
                .isEqualTo(200);
        assertThat(ingest.posts().keyed(key("noise"), text("over-noise")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aBrokerThatHangsIsAnsweredForInTimeAndARetryIsRecordedOnce() throws Exception {
        proxy.hang();
        assertUnavailable("hanging");
        HttpResponse<String> keyed = ingest.posts().keyed(key("hang"), text("hang-keyed"));
        awaitHealth("DEGRADED");
        proxy.pass();

        assertThat(keyed.statusCode()).isEqualTo(503);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ingest.posts()
                                .keyed(key("hang"), text("hang-keyed"))
                                .statusCode())
                        .isIn(200, 201));
        recordedEventually("after-hanging");
        assertThat(Collections.frequency(ingest.customers(), "hang-keyed")).isOne();
        awaitHealth("UP");
    }

    @Test
    void aSlowBrokerIsWaitedFor() throws Exception {
        proxy.delay(Duration.ofMillis(40));
        HttpResponse<String> response = ingest.posts().text(text("slow"));
        proxy.pass();

        assertThat(response.statusCode()).isEqualTo(201);
    }

    @Test
    void whatTheBrokerFindsTooLargeFailsAlone() throws Exception {
        alter(new AlterConfigOp(new ConfigEntry("max.message.bytes", "600"), OpType.SET));
        HttpResponse<String> tooLarge =
                ingest.posts().text("Customer: too-large" + REST + "Observation: " + noise(4_000));
        HttpResponse<String> small = ingest.posts().text(text("small"));
        alter(new AlterConfigOp(new ConfigEntry("max.message.bytes", ""), OpType.DELETE));

        assertThat(tooLarge.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(tooLarge.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(small.statusCode()).isEqualTo(201);
        assertThat(ingest.customers()).contains("small").doesNotContain("too-large");
    }

    private static void assertUnavailable(String customer) throws Exception {
        for (int i = 0; i < 2; i++) {
            long begin = System.nanoTime();
            HttpResponse<String> response = ingest.posts().text(text(customer));

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    private static void recordedEventually(String customer) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(ingest.posts().text(text(customer)).statusCode())
                                .isEqualTo(201));
    }

    private static void awaitHealth(String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ingest.posts()
                                .get("/actuator/health/intake", "application/json")
                                .body())
                        .contains("\"status\":\"" + status + "\""));
    }

    private static String text(String customer) {
        return "Customer: " + customer + REST;
    }

    private static String key(String name) {
        return ORGANIZATION + "-" + name;
    }

    private static String noise(int length) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; noise.length() < length; i++) {
            noise.append(UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        return noise.toString();
    }

    private static Map<String, Object> connection() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static void alter(AlterConfigOp change) throws Exception {
        try (Admin admin = Admin.create(connection())) {
            Map<ConfigResource, Collection<AlterConfigOp>> changes =
                    Map.of(new ConfigResource(ConfigResource.Type.TOPIC, SessionTopics.RECORDS), List.of(change));
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    private static void poison() {
        OrganizationId organization = new OrganizationId(ORGANIZATION);
        byte[] anImport = DeliveryKey.whole(organization, "session", DeliveryKind.IMPORT, new UUID(1, 2))
                .encode();
        byte[] count = new IntakeCountKey(organization, "session", "api", "csa-" + ORGANIZATION + "-posts").encode();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(connection(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : new byte[][] {NOISE, UNKNOWN_SCHEMA, {}, null}) {
                for (byte[] key : new byte[][] {NOISE, "a/b".getBytes(StandardCharsets.UTF_8)}) {
                    send(producer, IntakeLogTopics.COUNTS, key, value);
                    send(producer, IntakeLogTopics.DELIVERIES, key, value);
                }
            }
            send(producer, IntakeLogTopics.COUNTS, count, NOISE);
            send(producer, IntakeLogTopics.DELIVERIES, anImport, UNKNOWN_SCHEMA);
        }
    }

    private static void send(Producer<byte[], byte[]> producer, String topic, byte[] key, byte @Nullable [] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }
}
