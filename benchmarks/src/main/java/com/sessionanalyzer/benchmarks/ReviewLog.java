package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.benchmarks.ReviewHistory.Step;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Fills {@code session-records} with made-up {@linkplain ReviewHistory history}. */
final class ReviewLog {

    static final int PARTITIONS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReviewHistory history;
    private volatile @Nullable Exception failure;

    ReviewLog(long seed) {
        this.history = new ReviewHistory(seed);
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
                Future<RecordMetadata> unused = producer.send(
                        message(history.next()), (sent, failed) -> failure = failed == null ? failure : failed);
            }
            producer.flush();
        }
        if (failure != null) {
            throw new IllegalStateException("a record was not sent", failure);
        }
    }

    private static ProducerRecord<byte[], byte[]> message(Step step) {
        SessionRecord record = step.newest();
        return new ProducerRecord<>(
                SessionTopics.RECORDS,
                record.key().partition(PARTITIONS),
                record.createdAt().toEpochMilli(),
                record.key().encode(),
                step.after() == null ? null : SessionRecordCodec.encode(step.after()));
    }
}
