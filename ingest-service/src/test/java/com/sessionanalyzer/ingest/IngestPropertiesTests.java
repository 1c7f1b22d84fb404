package com.sessionanalyzer.ingest;

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

class IngestPropertiesTests {

    private final ApplicationContextRunner contexts =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void hasDefaults() {
        contexts.run(context -> assertThat(context.getBean(IngestProperties.class))
                .isEqualTo(new IngestProperties(
                        6, DataSize.ofMegabytes(2), 1_000, Duration.ofSeconds(2), Duration.ofSeconds(30), "ingest")));
    }

    @Test
    void takesEverySetting() {
        contexts.withPropertyValues(
                        "csa.ingest.partitions=12",
                        "csa.ingest.max-body=1MB",
                        "csa.ingest.max-records=10",
                        "csa.ingest.publish-timeout=1s",
                        "csa.ingest.start-timeout=5s",
                        "csa.ingest.instance=ingest-2")
                .run(context -> assertThat(context.getBean(IngestProperties.class))
                        .isEqualTo(new IngestProperties(
                                12,
                                DataSize.ofMegabytes(1),
                                10,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(5),
                                "ingest-2")));
    }

    @ParameterizedTest
    @CsvSource({
        "partitions=0, csa.ingest.partitions must be at least 1",
        "max-body=0B, csa.ingest.max-body must be between",
        "max-body=65MB, csa.ingest.max-body must be between",
        "max-records=0, csa.ingest.max-records must be at least 1",
        "publish-timeout=299ms, csa.ingest.publish-timeout must be at least 300ms",
        "start-timeout=0s, csa.ingest.start-timeout must be positive",
        "instance=, csa.ingest.instance must not be blank",
    })
    void refusesWrongSettingsInASentence(String setting, String sentence) {
        contexts.withPropertyValues("csa.ingest." + setting)
                .run(context -> assertThat(Objects.requireNonNull(context.getStartupFailure()))
                        .rootCause()
                        .hasMessageStartingWith(sentence));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(IngestProperties.class)
    static class Settings {}
}
