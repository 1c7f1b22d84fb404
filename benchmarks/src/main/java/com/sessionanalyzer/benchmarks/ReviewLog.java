package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Fills {@code session-records} with made-up history: of a hundred records 85 are new, 8 correct one of the latest, 2 repeat
 * one, and 5 delete one. Few customers have many, most have some; the days are those of a year. The same seed gives the
 * same history.
 */
final class ReviewLog {

    static final int PARTITIONS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String[] REGIONS = {"EU", "US", "US2", "India", "AU", "Asia"};
    private static final String[] SOURCES = {"FB Pages", "MySQL", "Google Ads", "Salesforce", "Stripe", "HubSpot"};
    private static final String[] DESTINATIONS = {"BQ", "Snowflake", "Redshift", "Databricks"};
    private static final String OBSERVATION =
            "Waited for the first load to finish, asked in the chat and gave up on day ";
    private static final OrganizationId ORGANIZATION = new OrganizationId("default");
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int CUSTOMERS = 20_000;
    private static final int DAYS = 365;
    private static final int LATEST = 1 << 14;

    private final SplittableRandom random;
    private final @Nullable SessionRecord[] latest = new SessionRecord[LATEST];
    private long made;
    private volatile @Nullable Exception failure;

    ReviewLog(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Makes the topics, and sends so many records. */
    void send(String bootstrapServers, long records) {
        new Topics(Map.of("bootstrap.servers", bootstrapServers), PATIENCE).ensure(SessionTopics.all(PARTITIONS));
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "compression.type",
                "lz4",
                "batch.size",
                131_072,
                "linger.ms",
                10,
                // several can get out of order, and never in again, at a partition that is just getting its leader
                "max.in.flight.requests.per.connection",
                1);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long i = 0; i < records; i++) {
                Future<RecordMetadata> unused =
                        producer.send(next(), (sent, failed) -> failure = failed == null ? failure : failed);
            }
            producer.flush();
        }
        if (failure != null) {
            throw new IllegalStateException("a record was not sent", failure);
        }
    }

    private ProducerRecord<byte[], byte[]> next() {
        int place = random.nextInt(LATEST);
        SessionRecord known = latest[place];
        int dice = random.nextInt(100);
        if (known == null || dice < 85) {
            SessionRecord fresh = review(id(), null);
            latest[place] = fresh;
            return message(fresh, SessionRecordCodec.encode(fresh));
        }
        if (dice < 93) {
            SessionRecord corrected = review(known.id(), known);
            latest[place] = corrected;
            return message(corrected, SessionRecordCodec.encode(corrected));
        }
        if (dice < 95) {
            return message(known, SessionRecordCodec.encode(known));
        }
        latest[place] = null;
        return message(known, null);
    }

    private static ProducerRecord<byte[], byte[]> message(SessionRecord record, byte @Nullable [] value) {
        return new ProducerRecord<>(
                SessionTopics.RECORDS,
                record.key().partition(PARTITIONS),
                record.createdAt().toEpochMilli(),
                record.key().encode(),
                value);
    }

    private UUID id() {
        long version7 = (START.toEpochMilli() + made++) << 16 | 0x7000 | random.nextInt(1 << 12);
        return new UUID(version7, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private SessionRecord review(UUID id, @Nullable SessionRecord before) {
        double skew = random.nextDouble();
        CustomerName customer = before == null
                ? CustomerName.of(
                        String.format(Locale.ROOT, "customer-%05d.example.com", (int) (skew * skew * CUSTOMERS)))
                : before.customer();
        Instant uploadedAt = START.plusSeconds(random.nextInt(DAYS * 86_400));
        return new SessionRecord(
                ORGANIZATION,
                id,
                customer,
                any(REGIONS),
                random.nextInt(1, 12),
                any(SOURCES),
                any(DESTINATIONS),
                random.nextInt(3) == 0 ? random.nextInt(1, 121) : null,
                OBSERVATION + random.nextInt(DAYS),
                null,
                uploadedAt,
                before == null ? START.plusMillis(made) : before.createdAt(),
                LocalDate.ofInstant(uploadedAt, ZoneOffset.UTC),
                Origin.of(Channel.BULK),
                before == null ? 0 : before.revision() + 1);
    }

    private String any(String[] values) {
        return values[random.nextInt(values.length)];
    }
}
