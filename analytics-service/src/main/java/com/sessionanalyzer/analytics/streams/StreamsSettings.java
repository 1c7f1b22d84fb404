package com.sessionanalyzer.analytics.streams;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/**
 * How every domain's application runs: exactly once, with static membership, all names explicit.
 *
 * @param connection     Kafka's address and security
 * @param stateDirectory holds one directory per application
 * @param instanceId     name of this instance, the same after a restart: then its tasks are back in a second
 * @param pollInterval   how long an idle thread sleeps at most, and so how late a punctuation can be
 */
public record StreamsSettings(
        Map<String, Object> connection,
        Path stateDirectory,
        String instanceId,
        int threads,
        Duration pollInterval,
        Duration commitInterval,
        long cacheBytes,
        long storeBytes) {

    private static final int BATCH_BYTES = 128 * 1024;
    private static final int MAX_REQUEST_BYTES = 16 << 20;
    private static final int SESSION_TIMEOUT_MILLIS = 20_000;

    public StreamsSettings {
        connection = Map.copyOf(connection);
    }

    /** The settings of one application, for {@code KafkaStreams}. */
    StreamsConfig of(StreamsDomain domain) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, domain.applicationId());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.POLL_MS_CONFIG, pollInterval.toMillis());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, cacheBytes);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStores.class);
        settings.put(BoundedStores.MEMORY, storeBytes);
        settings.put(StreamsConfig.LOG_SUMMARY_INTERVAL_MS_CONFIG, -1L);
        failures(settings, domain);
        clients(settings);
        return new StreamsConfig(settings);
    }

    /** An exception while processing fails: going on after half a record would miscount for ever. */
    private static void failures(Map<String, Object> settings, StreamsDomain domain) {
        settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, domain.deadLetters());
        settings.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        settings.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailProcessingExceptionHandler.class);
    }

    private void clients(Map<String, Object> settings) {
        settings.put(consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        settings.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MILLIS);
        settings.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        settings.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_REQUEST_BYTES);
    }
}
