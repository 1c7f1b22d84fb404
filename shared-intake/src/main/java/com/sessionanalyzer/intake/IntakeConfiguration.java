package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.topic.Topics;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Assembles the door to the log in Kafka; each domain contributes its topics. Services of one context share it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
public class IntakeConfiguration {

    private static final int ENVELOPE_BYTES = 1 << 16;

    @Bean
    @ConditionalOnMissingBean
    RecordLog recordLog(IntakeProperties properties, KafkaProperties kafka, List<IntakeTopics> domains) {
        ProducerSettings settings = new ProducerSettings(
                kafka.buildProducerProperties(),
                properties.publishTimeout(),
                "csa-" + properties.instance(),
                Math.toIntExact(properties.maxMessage().toBytes()) + ENVELOPE_BYTES);
        Topics topics = new Topics(kafka.buildAdminProperties(), properties.startTimeout());
        return new KafkaRecordLog(
                () -> domains.forEach(domain -> topics.ensure(domain.topics())),
                settings,
                domains.stream().flatMap(domain -> domain.published().stream()).toList(),
                properties.startTimeout());
    }

    @Bean
    IntakeCounts intakeCounts() {
        return new IntakeCounts();
    }

    @Bean
    Intake intake(RecordLog log, IntakeCounts counts) {
        return new Intake(log, counts);
    }

    @Bean
    Clock intakeClock() {
        return Clock.systemUTC();
    }

    @Bean
    RecordIds recordIds(Clock intakeClock) {
        return new RecordIds(intakeClock, new SecureRandom());
    }
}
