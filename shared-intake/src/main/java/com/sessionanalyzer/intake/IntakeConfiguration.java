package com.sessionanalyzer.intake;

import com.sessionanalyzer.observe.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
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
    Intake intake(
            RecordLog log,
            IntakeGauge gauge,
            Clock intakeClock,
            IntakeProperties properties,
            ObjectProvider<LogRoom> room,
            ObjectProvider<Traces> traces) {
        return new Intake(
                log,
                gauge,
                intakeClock,
                properties.publishTimeout(),
                room.getIfAvailable(LogRoom::elsewhere),
                traces.getIfAvailable(() -> Traces.NONE));
    }

    @Bean
    IntakeMeters intakeMeters(IntakeGauge gauge, List<IntakeChannels> domains) {
        return new IntakeMeters(gauge, domains);
    }

    @Bean
    ParseTimes parseTimes(ObjectProvider<MeterRegistry> registry) {
        return new ParseTimes(registry.getIfAvailable(SimpleMeterRegistry::new));
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
