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

class SubmissionPropertiesTests {

    private final ApplicationContextRunner contexts =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void hasDefaults() {
        contexts.run(context -> assertThat(context.getBean(SubmissionProperties.class))
                .isEqualTo(new SubmissionProperties(
                        true,
                        "csa-submissions",
                        DataSize.ofMegabytes(32),
                        DataSize.ofMegabytes(8),
                        Duration.ofSeconds(1))));
    }

    @Test
    void takesEverySetting() {
        contexts.withPropertyValues(
                        "csa.submissions.enabled=false",
                        "csa.submissions.group=others",
                        "csa.submissions.max-unpacked=1MB",
                        "csa.submissions.batch=2MB",
                        "csa.submissions.retry=3s")
                .run(context -> assertThat(context.getBean(SubmissionProperties.class))
                        .isEqualTo(new SubmissionProperties(
                                false,
                                "others",
                                DataSize.ofMegabytes(1),
                                DataSize.ofMegabytes(2),
                                Duration.ofSeconds(3))));
    }

    @ParameterizedTest
    @CsvSource({
        "group=, csa.submissions.group must not be blank",
        "max-unpacked=0B, csa.submissions.max-unpacked must be between",
        "max-unpacked=257MB, csa.submissions.max-unpacked must be between",
        "batch=0B, csa.submissions.batch must be at least 1B",
        "retry=0s, csa.submissions.retry must be positive",
    })
    void refusesWrongSettingsInASentence(String setting, String sentence) {
        contexts.withPropertyValues("csa.submissions." + setting)
                .run(context -> assertThat(Objects.requireNonNull(context.getStartupFailure()))
                        .rootCause()
                        .hasMessageStartingWith(sentence));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SubmissionProperties.class)
    static class Settings {}
}
