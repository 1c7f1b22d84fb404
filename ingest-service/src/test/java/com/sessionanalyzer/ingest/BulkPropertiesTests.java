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

class BulkPropertiesTests {

    private final ApplicationContextRunner contexts =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void hasDefaults() {
        contexts.run(context -> assertThat(context.getBean(BulkProperties.class))
                .isEqualTo(new BulkProperties(
                        4,
                        DataSize.ofTerabytes(1),
                        200,
                        DataSize.ofMegabytes(1),
                        DataSize.ofBytes(100),
                        Duration.ofSeconds(20),
                        2,
                        10_000,
                        DataSize.ofMegabytes(4),
                        Duration.ofMillis(200))));
    }

    @Test
    void takesEverySetting() {
        contexts.withPropertyValues(
                        "csa.ingest.bulk.max-posts=1",
                        "csa.ingest.bulk.max-content=1GB",
                        "csa.ingest.bulk.max-ratio=50",
                        "csa.ingest.bulk.max-record=10KB",
                        "csa.ingest.bulk.min-rate=1KB",
                        "csa.ingest.bulk.patience=5s",
                        "csa.ingest.bulk.parsers=3",
                        "csa.ingest.bulk.chunk-records=100",
                        "csa.ingest.bulk.chunk-bytes=1MB",
                        "csa.ingest.bulk.chunk-time=1s")
                .run(context -> assertThat(context.getBean(BulkProperties.class))
                        .isEqualTo(new BulkProperties(
                                1,
                                DataSize.ofGigabytes(1),
                                50,
                                DataSize.ofKilobytes(10),
                                DataSize.ofKilobytes(1),
                                Duration.ofSeconds(5),
                                3,
                                100,
                                DataSize.ofMegabytes(1),
                                Duration.ofSeconds(1))));
    }

    @ParameterizedTest
    @CsvSource({
        "max-posts=0, csa.ingest.bulk.max-posts must be at least 1",
        "max-content=0B, csa.ingest.bulk.max-content must be at least 1B",
        "max-ratio=0, csa.ingest.bulk.max-ratio must be at least 1",
        "max-record=2MB, csa.ingest.bulk.max-record must be between",
        "min-rate=-1B, csa.ingest.bulk.min-rate must not be negative",
        "patience=0s, csa.ingest.bulk.patience must be positive",
        "parsers=0, csa.ingest.bulk.parsers must be at least 1",
        "chunk-records=0, csa.ingest.bulk.chunk-records must be at least 1",
        "chunk-bytes=0B, csa.ingest.bulk.chunk-bytes must be at least 1B",
        "chunk-time=1ms, csa.ingest.bulk.chunk-time must be at least 10ms",
    })
    void refusesWrongSettingsInASentence(String setting, String sentence) {
        contexts.withPropertyValues("csa.ingest.bulk." + setting)
                .run(context -> assertThat(Objects.requireNonNull(context.getStartupFailure()))
                        .rootCause()
                        .hasMessageStartingWith(sentence));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(BulkProperties.class)
    static class Settings {}
}
