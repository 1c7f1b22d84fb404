package com.sessionanalyzer.query.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that starts while records stream; {@code -Dfaults.records=10000000} makes it ten million. */
class StartUnderLoadIT {

    private static final OrganizationId ORGANIZATION = new OrganizationId("start-under-load");
    private static final int RECORDS = Integer.getInteger("faults.records", 200_000);
    private static final int BATCH = 500;
    private static final Duration BEGUN = Duration.ofSeconds(Math.max(30, RECORDS / 50_000));
    private static final Duration READY = BEGUN;

    /** Each look counts all rows. */
    private static final Duration COUNTING = Duration.ofSeconds(1);

    private static final Duration CAUGHT_UP = Duration.ofSeconds(60 + RECORDS / 5_000);

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

    @TempDir
    Path directory;

    @Test
    void isReadySoonWhileRecordsStreamAndMissesNone() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            new Topics(Map.of("bootstrap.servers", kafka.bootstrapServers()), READY)
                    .ensure(SessionTopics.all(WrittenTopics.PARTITIONS));
            CompletableFuture<Void> stream = CompletableFuture.runAsync(() -> stream(kafka.bootstrapServers()));
            await().atMost(BEGUN).until(() -> written.get() > RECORDS / 4);

            try (RunningQueryService service = RunningQueryService.startAt(
                    kafka.bootstrapServers(), ORGANIZATION.value(), TestPostgres.newDatabase())) {
                await().atMost(READY)
                        .untilAsserted(() ->
                                assertThat(service.get("/readyz").statusCode()).isEqualTo(200));
                stream.join();

                await().atMost(CAUGHT_UP).pollInterval(COUNTING).untilAsserted(() -> {
                    assertThat(service.get("/api/insights").body()).contains("\"total_records\":" + RECORDS + ",");
                    assertThat(service.get("/api/sessions?page_size=1")
                                    .headers()
                                    .firstValue("X-Total-Count"))
                            .hasValue(Integer.toString(RECORDS));
                });
            }
        }
    }

    /**
     * Records, and what analytics would tell of them, a batch at a time. One request at a time: of two, the first may find
     * its partition without a leader yet, and the second not, and then Kafka's producer waits for ever.
     */
    private void stream(String bootstrapServers) {
        long[] counts = new long[WrittenTopics.PARTITIONS];
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "linger.ms",
                        5,
                        "max.in.flight.requests.per.connection",
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int record = 1; record <= RECORDS; record++) {
                SessionRecord session = aSession()
                        .organization(ORGANIZATION.value())
                        .customer("customer " + record % 5_000)
                        .build();
                int shard = session.key().partition(WrittenTopics.PARTITIONS);
                counts[shard]++;
                send(
                        producer,
                        SessionTopics.RECORDS,
                        shard,
                        session.key().encode(),
                        SessionRecordCodec.encode(session));
                if (record % BATCH == 0 || record == RECORDS) {
                    tell(producer, counts);
                    written.set(record);
                }
            }
        }
        assertThat(refused).hasValue(null);
    }

    private void tell(Producer<byte[], byte[]> producer, long[] counts) {
        for (int shard = 0; shard < counts.length; shard++) {
            CubeKey cell =
                    new CubeKey.Cell(ORGANIZATION, shard, LocalDate.of(2026, 11, 21), List.of("EU", "MySQL", "BQ"));
            CubeEntry sums = new CubeEntry.Cell(List.of(counts[shard], counts[shard], 0L, 0L), new TreeMap<>());
            send(producer, SessionTopics.CUBE, shard, cell.encode(), sums.encode());
            send(
                    producer,
                    SessionTopics.CUBE,
                    shard,
                    new CubeKey.Progress(shard).encode(),
                    new CubeEntry.Progress(counts[shard] - 1, Instant.EPOCH).encode());
            send(
                    producer,
                    SessionTopics.CUSTOMERS,
                    shard,
                    new CustomerKey.Progress(shard).encode(),
                    new CustomerEntry.Progress(counts[shard] - 1, Instant.EPOCH).encode());
        }
    }

    private void send(Producer<byte[], byte[]> producer, String topic, int shard, byte[] key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, shard, key, value), (place, failed) -> {
            if (failed != null) {
                refused.compareAndSet(null, failed);
            }
        });
    }
}
