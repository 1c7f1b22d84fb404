package com.sessionanalyzer.query.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.audit.AuditTopic;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody can read, in every topic, before the service starts and while it runs, stops nothing and counts as nothing. */
class PoisonIT {

    private static final OrganizationId ORGANIZATION = new OrganizationId("poison");
    private static final byte[] NOISE = {(byte) 0xFF, 0, (byte) 0x80, 7};
    private static final byte[] UNKNOWN_SCHEMA = {(byte) 0xC3, 1, 9, 9, 9, 9, 9, 9, 9, 9, 2, 4};
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SHARD = 2;

    @TempDir
    Path directory;

    @Test
    void everyTopicMayHoldWhatNobodyCanRead() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            List<NewTopic> topics = new ArrayList<>(SessionTopics.all(WrittenTopics.PARTITIONS));
            topics.addAll(IntakeLogTopics.all(WrittenTopics.PARTITIONS));
            topics.addAll(AuditTopic.all());
            new Topics(Map.of("bootstrap.servers", kafka.bootstrapServers()), PATIENCE).ensure(topics);
            poison(kafka.bootstrapServers());

            try (RunningQueryService service = start(kafka)) {
                assertReadsOn(service, kafka, 1);
                poison(kafka.bootstrapServers());
                assertReadsOn(service, kafka, 2);
            }
        }
    }

    private static void assertReadsOn(RunningQueryService service, EmbeddedKafka kafka, int records) {
        SessionRecord session = aSession().organization(ORGANIZATION.value()).build();
        try (WrittenTopics topics = new WrittenTopics(kafka.bootstrapServers())) {
            Position written = topics.add(session);
            topics.cube(cell(SHARD), counts(records, 4));
            topics.progress(SHARD, 1_000_000L + records, Instant.EPOCH);

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(service.get("/api/sessions/" + session.id() + "?after=" + written)
                                .statusCode())
                        .isEqualTo(200);
                assertThat(service.get("/api/insights").body())
                        .contains("\"total_records\":" + records, "\"regions_covered\":1");
                assertThat(service.get("/actuator/health/readiness").body())
                        .contains("\"status\":\"UP\"")
                        .doesNotContain("DEGRADED");
            });
        }
        for (String address : List.of("/api/sessions", "/api/rejections", "/api/audit", "/pipeline", "/", "/reports")) {
            assertThat(service.get(address).statusCode()).as(address).isEqualTo(200);
        }
    }

    private static RunningQueryService start(EmbeddedKafka kafka) {
        return RunningQueryService.startAt(kafka.bootstrapServers(), ORGANIZATION.value(), TestPostgres.newDatabase());
    }

    /** One request at a time: of two, the first may find its partition without a leader yet, and the second not. */
    private static void poison(String bootstrapServers) {
        SessionRecord session = aSession().organization(ORGANIZATION.value()).build();
        SessionRecord other = aSession().organization(ORGANIZATION.value()).build();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "max.request.size",
                        4 << 20,
                        "max.in.flight.requests.per.connection",
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (String topic : List.of(
                    SessionTopics.RECORDS,
                    SessionTopics.REJECTIONS,
                    SessionTopics.CUBE,
                    SessionTopics.CUSTOMERS,
                    IntakeLogTopics.COUNTS,
                    AuditTopic.NAME)) {
                for (byte[] value : new byte[][] {NOISE, UNKNOWN_SCHEMA, {}, null}) {
                    for (String key : List.of("", "\uFFFF", "a", "cell", ORGANIZATION.value(), "x".repeat(5_000))) {
                        anywhere(producer, topic, key.getBytes(StandardCharsets.UTF_8), value);
                    }
                    anywhere(producer, topic, NOISE, value);
                }
                anywhere(producer, topic, NOISE, new byte[900_000]);
            }
            send(producer, SessionTopics.RECORDS, session.key().encode(), UNKNOWN_SCHEMA);
            send(producer, SessionTopics.RECORDS, session.key().encode(), SessionRecordCodec.encode(other));
            send(producer, AuditTopic.NAME, null, NOISE);
            cubeThatDoesNotFit(producer);
        }
    }

    /** Well-formed, but of another shape, another shard, or another kind than its key says. */
    private static void cubeThatDoesNotFit(Producer<byte[], byte[]> producer) {
        byte[] counts = counts(1_000, 4).encode();
        byte[] progress = new CubeEntry.Progress(5, Instant.EPOCH).encode();
        LocalDate day = LocalDate.of(2026, 1, 1);
        send(producer, new CubeKey.Cell(ORGANIZATION, SHARD, day, List.of("EU")), counts);
        send(producer, new CubeKey.Cell(ORGANIZATION, SHARD, day, List.of("EU", "A", "B", "C", "D")), counts);
        send(
                producer,
                new CubeKey.Cell(ORGANIZATION, SHARD, LocalDate.ofEpochDay(9_999_999_999L), dimensions()),
                counts);
        send(producer, cell(SHARD), counts(1_000, 1).encode());
        send(producer, cell(SHARD), counts(1_000, 9).encode());
        send(producer, cell(SHARD), progress);
        send(producer, new CubeKey.Cell(ORGANIZATION, 77, day, dimensions()), counts);
        send(producer, new CubeKey.Progress(77), progress);
        send(producer, new CubeKey.Progress(SHARD), counts);
        send(producer, SessionTopics.CUSTOMERS, new CustomerKey.Progress(SHARD).encode(), counts);
        send(producer, SessionTopics.CUSTOMERS, cell(SHARD).encode(), progress);
    }

    private static CubeKey.Cell cell(int shard) {
        return new CubeKey.Cell(ORGANIZATION, shard, LocalDate.of(2026, 2, 2), dimensions());
    }

    private static List<String> dimensions() {
        return List.of("EU", "MySQL", "BQ");
    }

    private static CubeEntry counts(long records, int measures) {
        return new CubeEntry.Cell(Collections.nCopies(measures, records), new TreeMap<>());
    }

    private static void send(Producer<byte[], byte[]> producer, CubeKey key, byte[] value) {
        send(producer, SessionTopics.CUBE, key.encode(), value);
    }

    private static void send(Producer<byte[], byte[]> producer, String topic, byte @Nullable [] key, byte[] value) {
        var unused =
                producer.send(new ProducerRecord<>(topic, topic.equals(AuditTopic.NAME) ? null : SHARD, key, value));
    }

    private static void anywhere(Producer<byte[], byte[]> producer, String topic, byte[] key, byte @Nullable [] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }
}
