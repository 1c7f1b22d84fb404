package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.topic.BoundedAdmin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.Lifecycle;

/**
 * Up when the writers are open and their topics are there. While Kafka is away it is degraded, not down: posts are answered
 * all the same, as unavailable for now.
 */
final class IntakeHealth implements HealthIndicator, AutoCloseable {

    static final Status DEGRADED = new Status("DEGRADED");

    private final RecordLog log;
    private final Map<String, Object> adminSettings;
    private final List<String> topics;
    private final Duration patience;
    private @Nullable BoundedAdmin admin;

    IntakeHealth(RecordLog log, Map<String, Object> adminSettings, List<String> topics, Duration patience) {
        this.log = log;
        this.adminSettings = Map.copyOf(adminSettings);
        this.topics = List.copyOf(topics);
        this.patience = patience;
    }

    @Override
    public synchronized Health health() {
        if (log instanceof Lifecycle writers && !writers.isRunning()) {
            return Health.down()
                    .withDetail("reason", "the writers are not open")
                    .build();
        }
        if (!log.refusal().isEmpty()) {
            return Health.down().withDetail("reason", log.refusal()).build();
        }
        try {
            BoundedAdmin kafka = admin();
            kafka.await(kafka.calls().describeTopics(topics).allTopicNames());
            return Health.up().withDetail("topics", topics).build();
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof UnknownTopicOrPartitionException
                    ? Health.down().withDetail("reason", "a topic is missing").build()
                    : degraded(String.valueOf(failed.getCause()));
        } catch (KafkaException | IllegalStateException unanswered) {
            return degraded(String.valueOf(unanswered.getMessage()));
        }
    }

    private BoundedAdmin admin() {
        if (admin == null) {
            admin = new BoundedAdmin(adminSettings, patience);
        }
        return admin;
    }

    private static Health degraded(String reason) {
        return Health.status(DEGRADED).withDetail("reason", reason).build();
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
            admin = null;
        }
    }
}
