package com.sessionanalyzer.query.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Makes the Kafka clients of this service: addresses and security are Spring's settings, the rest is what the service needs. */
public final class KafkaClients {

    private final KafkaProperties properties;
    private final List<String> bootstrapServers;

    public KafkaClients(KafkaProperties properties, KafkaConnectionDetails connection) {
        this.properties = properties;
        this.bootstrapServers = connection.getBootstrapServers();
    }

    public Map<String, Object> adminSettings() {
        return settings(properties.buildAdminProperties(), Map.of(CommonClientConfigs.CLIENT_ID_CONFIG, "csa-query"));
    }

    /** An administrator whose requests fail after so long. */
    public Admin admin(int timeoutMillis) {
        return Admin.create(settings(
                adminSettings(),
                Map.of(
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis)));
    }

    /** A consumer of committed records that commits nothing and never guesses where to begin. */
    public Consumer<byte[], byte[]> consumer(String clientId, Map<String, Object> more) {
        Map<String, Object> settings = settings(
                properties.buildConsumerProperties(),
                Map.of(
                        CommonClientConfigs.CLIENT_ID_CONFIG,
                        clientId,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000));
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * A named member takes its own place again after a crash, at once: an unnamed one waits until the group has given up the
     * one before it, and for as long as a poll may take when the coordinator forgets to. One that stays away is given up
     * after six seconds.
     */
    public static Map<String, Object> membership(String group, String instance) {
        return Map.of(
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500,
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 60_000);
    }

    /** An idempotent producer that gives up after about two seconds. */
    public Producer<byte[], byte[]> producer(String clientId) {
        return new KafkaProducer<>(
                settings(
                        properties.buildProducerProperties(),
                        Map.of(
                                CommonClientConfigs.CLIENT_ID_CONFIG, clientId,
                                ProducerConfig.ACKS_CONFIG, "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                                ProducerConfig.LINGER_MS_CONFIG, 0,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG, 1000,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1500,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2000)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private Map<String, Object> settings(Map<String, Object> general, Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(general);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.putAll(own);
        return settings;
    }
}
