package com.sessionanalyzer.benchmarks;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.intake.Entry;
import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.intake.session.Segment;
import com.sessionanalyzer.intake.session.Sending;
import com.sessionanalyzer.intake.session.SessionBatch;
import com.sessionanalyzer.intake.session.SessionBatches;
import com.sessionanalyzer.intake.session.SessionItems;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.security.Organization;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills the topic of records of a broker, as the intake would with one large post. */
final class RecordsLog {

    static final int PARTITIONS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Organization ORGANIZATION =
            new Organization(new OrganizationId("default"), "Default", ZoneOffset.UTC);
    private static final Terms TERMS = new Terms(ORGANIZATION.zone(), NOW);
    private static final Sending SENDING = new Sending(ORGANIZATION, Channel.BULK, "benchmark", new UUID(1, 2), NOW);

    private static final SessionBatches BATCHES = new SessionBatches(PARTITIONS);

    private final String bootstrapServers;
    private final AtomicReference<Position> end = new AtomicReference<>(Position.BEGINNING);

    RecordsLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Writes so many records; where the last of them stand. */
    Position write(long records) throws IOException {
        new Topics(Map.of("bootstrap.servers", bootstrapServers), PATIENCE).ensure(SessionTopics.all(PARTITIONS));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        new Content(BulkFormat.NDJSON, 7).write(records, content);
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "compression.type",
                                "lz4",
                                "linger.ms",
                                10,
                                // see ReviewLog
                                "max.in.flight.requests.per.connection",
                                1),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                SessionItems items = SessionItems.open(
                        BulkFormat.NDJSON, new ByteArrayInputStream(content.toByteArray()), ItemLimits.DEFAULT)) {
            for (Segment segment = items.next(); segment != null; segment = items.next()) {
                send(producer, BATCHES.of(SENDING, segment.firstItem(), segment.parse(TERMS)));
            }
        }
        return requireNonNull(end.get());
    }

    private void send(Producer<byte[], byte[]> producer, SessionBatch batch) {
        for (Entry entry : batch.entries()) {
            var unused = producer.send(entry.message(), (place, failed) -> {
                if (failed == null) {
                    end.updateAndGet(before -> before.and(place.partition(), place.offset()));
                }
            });
        }
    }
}
