package com.sessionanalyzer.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class AnalyticsPropertiesTests {

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new AnalyticsProperties(
                        6,
                        Path.of("data/streams"),
                        "local",
                        2,
                        Duration.ofMillis(50),
                        Duration.ofSeconds(2),
                        DataSize.ofMegabytes(32),
                        DataSize.ofMegabytes(128),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10)));
    }

    @Test
    void canAllBeChanged() {
        Map<String, String> changed = Map.ofEntries(
                Map.entry("partitions", "3"),
                Map.entry("state-dir", "/var/lib/streams"),
                Map.entry("instance-id", "two"),
                Map.entry("threads", "4"),
                Map.entry("emit-interval", "20ms"),
                Map.entry("commit-interval", "3s"),
                Map.entry("cache-memory", "8MB"),
                Map.entry("store-memory", "64MB"),
                Map.entry("broker-timeout", "5s"),
                Map.entry("close-timeout", "10s"),
                Map.entry("restart-backoff", "3s"),
                Map.entry("longest-backoff", "20s"),
                Map.entry("restart-window", "1m"));

        assertThat(bind(changed))
                .isEqualTo(new AnalyticsProperties(
                        3,
                        Path.of("/var/lib/streams"),
                        "two",
                        4,
                        Duration.ofMillis(20),
                        Duration.ofSeconds(3),
                        DataSize.ofMegabytes(8),
                        DataSize.ofMegabytes(64),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "partitions, 0, csa.analytics.partitions must be at least 1",
        "threads, 0, csa.analytics.threads must be at least 1",
        "emit-interval, 0ms, csa.analytics.emit-interval must be at least 1ms",
        "instance-id, a b, csa.analytics.instance-id must be 1 to 64 letters",
        "store-memory, 1MB, csa.analytics.store-memory must be at least 8MB",
        "longest-backoff, 10ms, csa.analytics.longest-backoff must be at least csa.analytics.restart-backoff"
    })
    void nameTheKeyAndTheRuleThatIsBroken(String key, String value, String message) {
        assertThatThrownBy(() -> bind(Map.of(key, value))).rootCause().hasMessageContaining(message);
    }

    private static AnalyticsProperties bind(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((key, value) -> source.put("csa.analytics." + key, value));
        return new Binder(source).bindOrCreate("csa.analytics", AnalyticsProperties.class);
    }
}
