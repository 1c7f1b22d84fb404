package com.sessionanalyzer.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the producer of a writer is made from.
 *
 * @param base            addresses, security and what else the installation sets
 * @param timeout         for one transaction, all in all
 * @param transactionalId unique among all running writers, the same after each restart, so that a new one ends what the one
 *                        before left open
 * @param maxRequestSize  in bytes
 * @param batchSize       in bytes
 */
record ProducerSettings(
        Map<String, Object> base, Duration timeout, String transactionalId, int maxRequestSize, int batchSize) {

    private static final Duration AFTER_THE_TIMEOUT = Duration.ofSeconds(3);

    /** Batches wait to be full, until the writer has no more for them and says so. */
    private static final int UNTIL_FLUSHED = 1_000;

    ProducerSettings {
        base = Map.copyOf(base);
    }

    /** For messages that stand or fall together. */
    Map<String, Object> transactional() {
        Map<String, Object> settings = new HashMap<>(base);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, Math.min(UNTIL_FLUSHED, third()));
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, batchSize);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRequestSize);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, third());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, third());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * third());
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Math.toIntExact(timeout.plus(AFTER_THE_TIMEOUT).toMillis()));
        return settings;
    }

    /** Until the messages of a transaction must be safe, so that the answer is given in time. */
    Duration acknowledgement() {
        return Duration.ofMillis(2L * third());
    }

    private int third() {
        return Math.toIntExact(timeout.toMillis() / 3);
    }
}
