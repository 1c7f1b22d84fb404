package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.topic.BoundedAdmin;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Makes the consumers that read the intake's own tables, which belong to no group.
 *
 * @param consumers addresses, security and what else the installation sets for consumers
 * @param admins    the same for administration
 * @param timeout   for an answer of Kafka
 */
record LogReaders(Map<String, Object> consumers, Map<String, Object> admins, Duration timeout) {

    LogReaders {
        consumers = Map.copyOf(consumers);
        admins = Map.copyOf(admins);
    }

    KafkaConsumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        Map<String, Object> settings = new HashMap<>(consumers);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(timeout.toMillis()));
        return new KafkaConsumer<>(settings);
    }

    List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** Where the partitions end, open transactions included. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(IsolationLevel.READ_UNCOMMITTED)) {
            return consumer.endOffsets(partitions);
        }
    }

    /** The id of the cluster. */
    String cluster() {
        try (BoundedAdmin admin = new BoundedAdmin(admins, timeout)) {
            return admin.await(admin.calls().describeCluster().clusterId());
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Kafka does not say which cluster it is", failed);
        }
    }
}
