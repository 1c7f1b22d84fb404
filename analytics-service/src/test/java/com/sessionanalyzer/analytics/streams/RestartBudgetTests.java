package com.sessionanalyzer.analytics.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RestartBudgetTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final RestartBudget budget = new RestartBudget(
            new Lifecycle(
                    Duration.ofSeconds(30), Duration.ofSeconds(4), 3, Duration.ofMinutes(10), Duration.ofSeconds(1)),
            clock);

    @Test
    void waitsTwiceAsLongBeforeEachRestart() {
        assertThat(budget.next()).hasValue(Duration.ofSeconds(1));
        assertThat(budget.next()).hasValue(Duration.ofSeconds(2));
        assertThat(budget.next()).hasValue(Duration.ofSeconds(4));
    }

    @Test
    void givesUpWhenThereWereTooMany() {
        exhaust();

        assertThat(budget.next()).isEmpty();
    }

    @Test
    void forgetsRestartsThatAreLongAgo() {
        exhaust();

        now.set(Instant.EPOCH.plus(Duration.ofMinutes(11)));

        assertThat(budget.next()).hasValue(Duration.ofSeconds(1));
    }

    private void exhaust() {
        for (int restart = 0; restart < 3; restart++) {
            assertThat(budget.next()).isPresent();
        }
    }
}
