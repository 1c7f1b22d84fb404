package com.sessionanalyzer.query.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PositionGateTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final PositionGate gate = new PositionGate(1);

    @Test
    void letsReadersOfTheBeginningThroughAtOnce() {
        assertThat(gate.await(Position.BEGINNING, Duration.ZERO)).isTrue();
    }

    @Test
    void wakesAReaderWhenItsPositionIsReached() {
        CompletableFuture<Boolean> reader = CompletableFuture.supplyAsync(() -> gate.await(Position.of(1, 5), LONG));

        gate.reach(Position.of(1, 4));
        gate.reach(Position.of(0, 9));
        gate.reach(Position.of(1, 5));

        assertThat(reader).succeedsWithin(LONG).isEqualTo(true);
    }

    @Test
    void givesUpAfterTheTimeout() {
        assertThat(gate.await(Position.of(1, 5), Duration.ofMillis(20))).isFalse();
    }

    @Test
    void doesNotLetMoreReadersWaitThanThereArePlaces() {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> gate.await(Position.of(1, 5), LONG));

        await().until(() -> !gate.await(Position.of(1, 6), Duration.ofMillis(1)));
        gate.reach(Position.of(1, 5));

        assertThat(waiting).succeedsWithin(LONG).isEqualTo(true);
    }
}
