package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends the pieces of one attempt, each group of them in one transaction with the progress that it makes. */
final class Submissions implements AutoCloseable {

    private static final int TRANSACTION_TIMEOUT = 30_000;
    private static final int DELIVERY_TIMEOUT = 15_000;
    private static final int BUFFER = 32 << 20;

    private final KafkaProducer<byte[], byte[]> producer;
    private final ConsumerGroupMetadata group;
    private final LoadName name;
    private final int attempt;
    private final BulkFormat format;
    private final int partitions;

    /** Takes over the attempt: whoever else was sending it cannot any more, and what it had not committed is gone. */
    Submissions(Map<String, Object> connection, LoadName name, int attempt, BulkFormat format) {
        this.name = name;
        this.attempt = attempt;
        this.format = format;
        this.group = group(connection, name.group(attempt));
        this.producer = new KafkaProducer<>(settings(connection, name.transactionalId(attempt)));
        try {
            producer.initTransactions();
            this.partitions = producer.partitionsFor(SessionTopics.SUBMISSIONS).size();
        } catch (KafkaException failed) {
            producer.close(Duration.ZERO);
            throw failed;
        }
    }

    /** The metadata of a group without members, which only a consumer makes. */
    private static ConsumerGroupMetadata group(Map<String, Object> connection, String id) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, id);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        ByteArrayDeserializer none = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, none, none)) {
            return consumer.groupMetadata();
        }
    }

    private static Map<String, Object> settings(Map<String, Object> connection, String transactionalId) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) BUFFER);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, SessionTopics.MAX_SUBMISSION_BYTES);
        settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT);
        return settings;
    }

    /**
     * Sends all pieces or none.
     *
     * @throws KafkaException when none was sent, or it is not known whether they were
     */
    void send(List<Piece> pieces) {
        producer.beginTransaction();
        for (Piece piece : pieces) {
            // the commit fails when any of them does
            Future<RecordMetadata> unused = producer.send(message(piece));
        }
        Progress progress = pieces.get(pieces.size() - 1).after();
        producer.sendOffsetsToTransaction(Map.of(ProgressLog.PARTITION, progress.encode()), group);
        producer.commitTransaction();
    }

    private ProducerRecord<byte[], byte[]> message(Piece piece) {
        int partition = (int) (piece.after().messages() % partitions);
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(SessionTopics.SUBMISSIONS, partition, null, piece.value());
        header(message, "content-type", format.contentType());
        header(message, "organization", name.organization().value());
        header(message, "delivery", name.id(attempt).toString());
        header(message, "delivery-name", name.name());
        header(message, "line", Long.toString(piece.line()));
        if (piece.after().complete()) {
            header(message, "delivery-end", "true");
        }
        return message;
    }

    private static void header(ProducerRecord<byte[], byte[]> message, String key, String value) {
        message.headers().add(key, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for nothing: what is not committed by now is not to be. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
