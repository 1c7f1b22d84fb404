package com.sessionanalyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class IntakePropertiesTests {

    private final ApplicationContextRunner contexts =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void hasDefaults() {
        contexts.run(context -> assertThat(context.getBean(IntakeProperties.class))
                .isEqualTo(new IntakeProperties(
                        6,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(20),
                        2,
                        DataSize.ofMegabytes(8),
                        Duration.ofSeconds(30),
                        DataSize.ofMegabytes(2),
                        "intake",
                        Path.of("data", "intake"))));
    }

    @Test
    void takesEverySetting() {
        contexts.withPropertyValues(
                        "csa.intake.partitions=12",
                        "csa.intake.max-message=1MB",
                        "csa.intake.publish-timeout=1s",
                        "csa.intake.bulk-timeout=9s",
                        "csa.intake.bulk-writers=3",
                        "csa.intake.max-transaction=4MB",
                        "csa.intake.state-dir=/var/lib/intake",
                        "csa.intake.start-timeout=5s",
                        "csa.intake.instance=ingest-2")
                .run(context -> assertThat(context.getBean(IntakeProperties.class))
                        .isEqualTo(new IntakeProperties(
                                12,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(9),
                                3,
                                DataSize.ofMegabytes(4),
                                Duration.ofSeconds(5),
                                DataSize.ofMegabytes(1),
                                "ingest-2",
                                Path.of("/var/lib/intake"))));
    }

    @ParameterizedTest
    @CsvSource({
        "partitions=0, csa.intake.partitions must be at least 1",
        "max-message=0B, csa.intake.max-message must be between",
        "max-message=65MB, csa.intake.max-message must be between",
        "publish-timeout=299ms, csa.intake.publish-timeout must be between 300ms and 10m",
        "bulk-timeout=299ms, csa.intake.bulk-timeout must be between 300ms and 10m",
        "bulk-writers=0, csa.intake.bulk-writers must be in 1..64",
        "bulk-writers=65, csa.intake.bulk-writers must be in 1..64",
        "max-transaction=0B, csa.intake.max-transaction must be at least 1B",
        "start-timeout=0s, csa.intake.start-timeout must be positive",
        "instance=, csa.intake.instance must not be blank",
    })
    void refusesWrongSettingsInASentence(String setting, String sentence) {
        contexts.withPropertyValues("csa.intake." + setting)
                .run(context -> assertThat(Objects.requireNonNull(context.getStartupFailure()))
                        .rootCause()
                        .hasMessageStartingWith(sentence));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(IntakeProperties.class)
    static class Settings {}
}
