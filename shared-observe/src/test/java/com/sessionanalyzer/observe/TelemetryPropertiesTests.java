package com.sessionanalyzer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class TelemetryPropertiesTests {

    @Test
    void sendsNothingUntilToldWhere() {
        assertThat(bind(new MockEnvironment()))
                .isEqualTo(new TelemetryProperties("", 0.1, Duration.ofSeconds(30), false));
        assertThat(bind(new MockEnvironment()).isSent()).isFalse();
    }

    @Test
    void takesEverySetting() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("csa.telemetry.otlp", "https://collector.example:4318/")
                .withProperty("csa.telemetry.sampling", "1")
                .withProperty("csa.telemetry.interval", "5s")
                .withProperty("csa.telemetry.trace-ids", "true");

        assertThat(bind(environment))
                .isEqualTo(new TelemetryProperties("https://collector.example:4318", 1, Duration.ofSeconds(5), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"collector:4318", "ftp://collector", "http://", "not an address"})
    void refusesWhatIsNoAddress(String otlp) {
        assertThatThrownBy(() -> new TelemetryProperties(otlp, 0.1, Duration.ofSeconds(30), false))
                .hasMessage("csa.telemetry.otlp must be an address like http://collector:4318, was " + otlp);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAShareThatIsNone(double sampling) {
        assertThatThrownBy(() -> new TelemetryProperties("", sampling, Duration.ofSeconds(30), false))
                .hasMessage("csa.telemetry.sampling must be from 0 to 1, was " + sampling);
    }

    @Test
    void refusesToSendAllTheTime() {
        assertThatThrownBy(() -> new TelemetryProperties("", 0.1, Duration.ofMillis(999), false))
                .hasMessage("csa.telemetry.interval must be a second at least, was PT0.999S");
    }

    private static TelemetryProperties bind(MockEnvironment environment) {
        return Binder.get(environment).bindOrCreate("csa.telemetry", TelemetryProperties.class);
    }
}
