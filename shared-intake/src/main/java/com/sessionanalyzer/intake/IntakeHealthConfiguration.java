package com.sessionanalyzer.intake;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health of the way to the log. */
@Configuration(proxyBeanMethods = false)
public class IntakeHealthConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Bean
    IntakeHealth intakeHealthIndicator(RecordLog log, KafkaProperties kafka, List<IntakeTopics> domains) {
        return new IntakeHealth(
                log,
                kafka.buildAdminProperties(),
                domains.stream()
                        .flatMap(domain -> domain.topics().stream())
                        .map(NewTopic::name)
                        .toList(),
                PATIENCE);
    }
}
