package com.sessionanalyzer.testing;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.testcontainers.kafka.KafkaContainer;

/** The official broker in a container, with what the embedded one is told too as far as tests depend on it. */
record ContainerKafka(KafkaContainer container, String clusterId) implements KafkaServer {

    private static final Map<String, String> SETTINGS = Map.of(
            "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
            "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4",
            "KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4",
            "KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "1000",
            "KAFKA_HEAP_OPTS", "-Xms256m -Xmx512m");

    static ContainerKafka start() {
        KafkaContainer container = new KafkaContainer(ContainerEngine.image("apache/kafka")).withEnv(SETTINGS);
        container.start();
        return new ContainerKafka(container, clusterId(container.getBootstrapServers()));
    }

    private static String clusterId(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            return admin.describeCluster().clusterId().get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the broker does not say what it is", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the broker what it is", interrupted);
        }
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void close() {
        container.stop();
    }
}
