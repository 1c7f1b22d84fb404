package com.sessionanalyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;

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
                        6, Duration.ofSeconds(2), Duration.ofSeconds(30), DataSize.ofMegabytes(2), "intake")));
    }

    @Test
    void takesEverySetting() {
        contexts.withPropertyValues(
                        "csa.intake.partitions=12",
                        "csa.intake.max-message=1MB",
                        "csa.intake.publish-timeout=1s",
                        "csa.intake.start-timeout=5s",
                        "csa.intake.instance=ingest-2")
                .run(context -> assertThat(context.getBean(IntakeProperties.class))
                        .isEqualTo(new IntakeProperties(
                                12,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(5),
                                DataSize.ofMegabytes(1),
                                "ingest-2")));
    }

    @ParameterizedTest
    @CsvSource({
        "partitions=0, csa.intake.partitions must be at least 1",
        "max-message=0B, csa.intake.max-message must be between",
        "max-message=65MB, csa.intake.max-message must be between",
        "publish-timeout=299ms, csa.intake.publish-timeout must be at least 300ms",
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
