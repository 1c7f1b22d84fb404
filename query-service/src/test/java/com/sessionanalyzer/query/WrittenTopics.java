package com.sessionanalyzer.query;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.audit.AuditTopic;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.testing.TestKafka;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes into the topics what ingest and analytics would. */
public final class WrittenTopics implements AutoCloseable {

    public static final int PARTITIONS = 6;

    /** From this partition on nobody writes insights of made-up offsets. */
    public static final int UNCOUNTED = 3;

    private final Producer<byte[], byte[]> producer;

    public WrittenTopics() {
        this(TestKafka.bootstrapServers());
    }

    public WrittenTopics(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public Position add(SessionRecord session) {
        return put(session.key(), SessionRecordCodec.encode(session));
    }

    /** Adds a record in a transaction, which leaves a marker behind it. */
    public Position addInTransaction(SessionRecord session) {
        try (Producer<byte[], byte[]> transactional = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestKafka.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        session.id().toString()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            transactional.initTransactions();
            transactional.beginTransaction();
            Position written = send(transactional, entry(session.key(), SessionRecordCodec.encode(session)));
            transactional.commitTransaction();
            return written;
        }
    }

    public Position delete(SessionRecord session) {
        return put(session.key(), null);
    }

    public Position put(SessionRecordKey key, byte @Nullable [] value) {
        return send(entry(key, value));
    }

    /** Says something at a time of the log that the test chooses; without a value it is a tombstone, which may erase. */
    public Position put(SessionRecordKey key, byte @Nullable [] value, Instant at, boolean erases) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                SessionTopics.RECORDS, key.partition(PARTITIONS), at.toEpochMilli(), key.encode(), value);
        return send(erases ? AuditTopic.erasing(message) : message);
    }

    private static ProducerRecord<byte[], byte[]> entry(SessionRecordKey key, byte @Nullable [] value) {
        return new ProducerRecord<>(SessionTopics.RECORDS, key.partition(PARTITIONS), key.encode(), value);
    }

    public Position put(int partition, byte[] key, byte @Nullable [] value) {
        return send(new ProducerRecord<>(SessionTopics.RECORDS, partition, key, value));
    }

    public Position reject(SessionRejection rejection) {
        return send(new ProducerRecord<>(
                SessionTopics.REJECTIONS, rejection.key(), SessionRejectionCodec.encode(rejection)));
    }

    public void cube(CubeKey key, @Nullable CubeEntry value) {
        send(new ProducerRecord<>(
                SessionTopics.CUBE, key.shard(), key.encode(), value == null ? null : value.encode()));
    }

    public void customer(int shard, CustomerKey key, @Nullable CustomerEntry value) {
        send(new ProducerRecord<>(SessionTopics.CUSTOMERS, shard, key.encode(), value == null ? null : value.encode()));
    }

    /** Ends the batch of a shard in both topics. */
    public void progress(int shard, long offset, Instant asOf) {
        cube(new CubeKey.Progress(shard), new CubeEntry.Progress(offset, asOf));
        customer(shard, new CustomerKey.Progress(shard), new CustomerEntry.Progress(offset, asOf));
    }

    private Position send(ProducerRecord<byte[], byte[]> message) {
        return send(producer, message);
    }

    private static Position send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> message) {
        try {
            RecordMetadata written = producer.send(message).get();
            return Position.of(written.partition(), written.offset());
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
