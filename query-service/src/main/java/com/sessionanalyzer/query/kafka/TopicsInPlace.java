package com.sessionanalyzer.query.kafka;

import com.sessionanalyzer.schema.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A cluster whose topics have been made sure of; readers ask for it before they begin. */
public record TopicsInPlace(String clusterId) {

    /**
     * Makes the topics that are missing.
     *
     * @throws IllegalStateException when Kafka does not answer in time, or a topic has another number of partitions
     */
    public static TopicsInPlace ensure(KafkaClients clients, List<NewTopic> topics, Duration timeout) {
        new Topics(clients.adminSettings(), timeout).ensure(topics);
        try (Admin admin = clients.admin(Math.toIntExact(timeout.toMillis()))) {
            return new TopicsInPlace(
                    admin.describeCluster().clusterId().get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("Kafka did not say which cluster it is within " + timeout, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka which cluster it is", interrupted);
        }
    }
}
