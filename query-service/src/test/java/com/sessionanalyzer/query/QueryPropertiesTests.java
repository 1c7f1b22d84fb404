package com.sessionanalyzer.query;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QueryPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new QueryProperties(
                        6,
                        "csa-query",
                        "query",
                        Path.of("data/query"),
                        Duration.ofSeconds(2),
                        64,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(15),
                        500,
                        4,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        1000,
                        Duration.ofDays(400)));
    }

    @Test
    void readsEveryKey() {
        assertThat(bind(Map.ofEntries(
                        entry("csa.query.partitions", "3"),
                        entry("csa.query.group", "other"),
                        entry("csa.query.instance", "q2"),
                        entry("csa.query.state-dir", "/var/lib/query"),
                        entry("csa.query.patience", "1s"),
                        entry("csa.query.max-waiting", "8"),
                        entry("csa.query.kafka-timeout", "9s"),
                        entry("csa.query.retry", "100ms"),
                        entry("csa.query.live-interval", "1s"),
                        entry("csa.query.live-heartbeat", "3s"),
                        entry("csa.query.live-connections", "7"),
                        entry("csa.query.exports", "2"),
                        entry("csa.query.merge-interval", "4s"),
                        entry("csa.query.merge-grace", "1m"),
                        entry("csa.query.list-limit", "10"),
                        entry("csa.query.history", "31d"))))
                .isEqualTo(new QueryProperties(
                        3,
                        "other",
                        "q2",
                        Path.of("/var/lib/query"),
                        Duration.ofSeconds(1),
                        8,
                        Duration.ofSeconds(9),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        7,
                        2,
                        Duration.ofSeconds(4),
                        Duration.ofMinutes(1),
                        10,
                        Duration.ofDays(31)));
    }

    @Test
    void refusesNonsenseInASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unwrapped(Map.of("csa.query.partitions", "0")))
                .withMessage("csa.query.partitions must be 1 or more, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unwrapped(Map.of("csa.query.patience", "0s")))
                .withMessage("csa.query.patience must be longer than nothing, was PT0S");
    }

    private static void unwrapped(Map<String, String> settings) {
        try {
            bind(settings);
        } catch (BindException wrapped) {
            Throwable cause = wrapped;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new IllegalArgumentException(cause.getMessage(), cause);
        }
    }

    private static QueryProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("csa.query", QueryProperties.class);
    }
}
