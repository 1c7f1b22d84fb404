package com.sessionanalyzer.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the producers of a log are made from.
 *
 * @param base            addresses, security and what else the installation sets
 * @param timeout         for one append, all in all
 * @param transactionalId unique among all running instances, the same after each restart, so that a new one ends what the
 *                        one before left open
 * @param maxRequestSize  in bytes
 */
public record ProducerSettings(Map<String, Object> base, Duration timeout, String transactionalId, int maxRequestSize) {

    private static final int TRANSACTION_TIMEOUT_FACTOR = 5;

    public ProducerSettings {
        base = Map.copyOf(base);
    }

    /** For messages that stand alone. */
    Map<String, Object> idempotent() {
        Map<String, Object> settings = new HashMap<>(base);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRequestSize);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, third());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, third());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * third());
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, third());
        return settings;
    }

    /** For messages that stand or fall together. */
    Map<String, Object> transactional() {
        Map<String, Object> settings = idempotent();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_FACTOR * third() * 2);
        return settings;
    }

    private int third() {
        return Math.toIntExact(timeout.toMillis() / 3);
    }
}
