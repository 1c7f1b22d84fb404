package com.sessionanalyzer.intake;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Assembles the door to the log; each domain contributes its topics. Services of one context share it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
@Import(KafkaLogConfiguration.class)
public class IntakeConfiguration {

    @Bean
    IntakeGauge intakeGauge() {
        return new IntakeGauge();
    }

    @Bean
    Intake intake(RecordLog log, IntakeGauge gauge, Clock intakeClock, IntakeProperties properties) {
        return new Intake(log, gauge, intakeClock, properties.publishTimeout());
    }

    @Bean
    DeliveryClaims deliveryClaims() {
        return new DeliveryClaims();
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
