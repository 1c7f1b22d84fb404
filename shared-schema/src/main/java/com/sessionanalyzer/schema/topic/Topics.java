package com.sessionanalyzer.schema.topic;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing, and refuses to work with ones that have another number of partitions. */
public final class Topics {

    private final Map<String, Object> adminSettings;
    private final Duration timeout;

    public Topics(Map<String, Object> adminSettings, Duration timeout) {
        this.adminSettings = new HashMap<>(adminSettings);
        this.adminSettings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(timeout.toMillis()));
        this.adminSettings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(timeout.toMillis()));
        this.timeout = timeout;
    }

    /**
     * Makes sure that the topics are there. Partitions are never added: they decide which shard a key belongs to.
     *
     * @throws IllegalStateException when the broker does not answer in time, or a topic has another number of partitions
     */
    public void ensure(List<NewTopic> topics) {
        try (Admin admin = Admin.create(adminSettings)) {
            CreateTopicsResult created = admin.createTopics(topics);
            for (NewTopic topic : topics) {
                requirePartitions(topic, partitions(admin, created, topic.name()));
            }
        }
    }

    private int partitions(Admin admin, CreateTopicsResult created, String topic) {
        try {
            return await(created.numPartitions(topic));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TopicExistsException) {
                return existingPartitions(admin, topic);
            }
            throw new IllegalStateException("cannot create topic " + topic + ": " + failed.getCause(), failed);
        }
    }

    private int existingPartitions(Admin admin, String topic) {
        try {
            return await(requireNonNull(admin.describeTopics(List.of(topic))
                            .topicNameValues()
                            .get(topic)))
                    .partitions()
                    .size();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot describe topic " + topic + ": " + failed.getCause(), failed);
        }
    }

    private <T> T await(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("Kafka did not answer within " + timeout, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka for topics", interrupted);
        }
    }

    private static void requirePartitions(NewTopic topic, int partitions) {
        if (partitions != topic.numPartitions()) {
            throw new IllegalStateException("topic " + topic.name() + " has " + partitions
                    + " partitions, the setting says " + topic.numPartitions()
                    + "; partitions decide where a customer's records are and cannot change");
        }
    }
}
