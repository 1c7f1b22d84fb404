package com.sessionanalyzer.analytics.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A seeded mix of new, corrected, repeated, damaged and deleted records of one organization, and which are live. */
final class SessionWorkload implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> REGIONS = List.of("EU", "US", "US2", "India", "AU");
    private static final List<String> SYSTEMS = List.of("MySQL", "BigQuery", "Snowflake", "S3");

    private final OrganizationId organization;
    private final int partitions;
    private final Random random;
    private final Producer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final Map<String, SessionRecord> live = new TreeMap<>();

    SessionWorkload(String bootstrapServers, int partitions, OrganizationId organization, long seed) {
        this.organization = organization;
        this.partitions = partitions;
        this.random = new Random(seed);
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void happen(int steps) {
        List<SessionRecord> known = new ArrayList<>(live.values());
        for (int step = 0; step < steps; step++) {
            SessionRecord any = known.isEmpty() ? newRecord() : known.get(random.nextInt(known.size()));
            int dice = random.nextInt(100);
            if (dice < 65 || known.isEmpty()) {
                known.add(put(newRecord()));
            } else if (dice < 75) {
                put(variation(any.id(), any.customer().spelling()));
            } else if (dice < 80) {
                put(any);
            } else if (dice < 83) {
                remove(any.key(), "damaged".getBytes(StandardCharsets.UTF_8));
            } else {
                remove(any.key(), null);
            }
        }
        producer.flush();
        sent.forEach(SessionWorkload::requireAcknowledged);
        sent.clear();
    }

    Collection<SessionRecord> live() {
        return live.values();
    }

    SessionRecord put(SessionRecord record) {
        live.put(text(record.key()), record);
        send(record.key(), SessionRecordCodec.encode(record));
        return record;
    }

    void remove(SessionRecordKey key, byte @Nullable [] value) {
        live.remove(text(key));
        send(key, value);
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(SessionRecordKey key, byte @Nullable [] value) {
        sent.add(producer.send(
                new ProducerRecord<>(SessionTopics.RECORDS, key.partition(partitions), key.encode(), value)));
    }

    private SessionRecord newRecord() {
        return variation(new UUID(random.nextLong(), random.nextLong()), "Customer-" + random.nextInt(200) + ".com");
    }

    private SessionRecord variation(UUID id, String customer) {
        return aSession()
                .organization(organization.value())
                .id(id)
                .customer(random.nextBoolean() ? customer : customer.toUpperCase(Locale.ROOT))
                .region(any(REGIONS))
                .sessions(1 + random.nextInt(100))
                .source(any(SYSTEMS))
                .destination(any(SYSTEMS))
                .minutes(random.nextBoolean() ? 1 + random.nextInt(120) : null)
                .uploadedAt(START.plusSeconds(random.nextInt(1_000_000)).toString())
                .createdAt(START.plusSeconds(random.nextInt(1_000_000)).toString())
                .build();
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String text(SessionRecordKey key) {
        return new String(key.encode(), StandardCharsets.UTF_8);
    }

    private static void requireAcknowledged(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError("a record was not sent", failed);
        }
    }
}
