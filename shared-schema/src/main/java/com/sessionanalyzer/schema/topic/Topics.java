package com.sessionanalyzer.schema.topic;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing, and refuses to work with ones that have another number of partitions. */
public final class Topics {

    private final Map<String, Object> adminSettings;
    private final Duration timeout;

    public Topics(Map<String, Object> adminSettings, Duration timeout) {
        this.adminSettings = Map.copyOf(adminSettings);
        this.timeout = timeout;
    }

    /**
     * Makes sure that the topics are there. Partitions are never added: they decide which shard a key belongs to.
     *
     * @throws IllegalStateException when the broker does not answer in time, or a topic has another number of partitions
     */
    public void ensure(List<NewTopic> topics) {
        try (BoundedAdmin admin = new BoundedAdmin(adminSettings, timeout)) {
            CreateTopicsResult created = admin.calls().createTopics(topics);
            for (NewTopic topic : topics) {
                requirePartitions(topic, partitions(admin, created, topic.name()));
            }
        }
    }

    /**
     * What tells topics that are there from others of the same names, as when they are deleted and made anew.
     *
     * @throws IllegalStateException when the broker does not answer in time, or one is not there
     */
    public String identity(List<NewTopic> topics) {
        List<String> names = topics.stream().map(NewTopic::name).sorted().toList();
        try (BoundedAdmin admin = new BoundedAdmin(adminSettings, timeout)) {
            Map<String, TopicDescription> described =
                    admin.await(admin.calls().describeTopics(names).allTopicNames());
            return names.stream()
                    .map(name -> requireNonNull(described.get(name)).topicId().toString())
                    .collect(joining(" "));
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot describe the topics " + names + ": " + failed.getCause(), failed);
        }
    }

    private static int partitions(BoundedAdmin admin, CreateTopicsResult created, String topic) {
        try {
            return admin.await(created.numPartitions(topic));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TopicExistsException) {
                return existingPartitions(admin, topic);
            }
            throw new IllegalStateException("cannot create topic " + topic + ": " + failed.getCause(), failed);
        }
    }

    private static int existingPartitions(BoundedAdmin admin, String topic) {
        KafkaFuture<TopicDescription> described =
                admin.calls().describeTopics(List.of(topic)).topicNameValues().get(topic);
        try {
            return admin.await(requireNonNull(described)).partitions().size();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot describe topic " + topic + ": " + failed.getCause(), failed);
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
