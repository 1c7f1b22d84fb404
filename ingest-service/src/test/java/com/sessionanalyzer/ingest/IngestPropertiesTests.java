package com.sessionanalyzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

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
                .isEqualTo(new IngestProperties(DataSize.ofMegabytes(2), 1_000)));
    }

    @Test
    void takesEverySetting() {
        contexts.withPropertyValues("csa.ingest.max-body=1MB", "csa.ingest.max-records=10")
                .run(context -> assertThat(context.getBean(IngestProperties.class))
                        .isEqualTo(new IngestProperties(DataSize.ofMegabytes(1), 10)));
    }

    @ParameterizedTest
    @CsvSource({
        "max-body=0B, csa.ingest.max-body must be between",
        "max-body=65MB, csa.ingest.max-body must be between",
        "max-records=0, csa.ingest.max-records must be at least 1",
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
