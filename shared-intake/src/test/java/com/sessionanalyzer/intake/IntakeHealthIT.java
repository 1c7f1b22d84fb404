package com.sessionanalyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.testing.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class IntakeHealthIT {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void isUpWhenTheTopicsAreThere() {
        new Topics(at(TestKafka.bootstrapServers()), PATIENCE)
                .ensure(List.of(new NewTopic("intake-health", 1, (short) 1)));

        assertThat(statusOf(TestKafka.bootstrapServers(), "intake-health")).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhenATopicIsMissing() {
        assertThat(statusOf(TestKafka.bootstrapServers(), "intake-health-missing"))
                .isEqualTo(Status.DOWN);
    }

    @Test
    void isDegradedWhileKafkaIsAway() {
        assertThat(statusOf("127.0.0.1:1", "intake-health")).isEqualTo(IntakeHealth.DEGRADED);
    }

    private static Status statusOf(String bootstrapServers, String topic) {
        try (IntakeHealth health =
                new IntakeHealth(new MemoryLog(), at(bootstrapServers), List.of(topic), Duration.ofSeconds(2))) {
            return health.health().getStatus();
        }
    }

    private static Map<String, Object> at(String bootstrapServers) {
        return Map.of("bootstrap.servers", bootstrapServers);
    }
}
