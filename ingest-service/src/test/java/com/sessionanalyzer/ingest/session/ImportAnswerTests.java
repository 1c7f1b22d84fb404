package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.session.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportAnswerTests {

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    @Test
    void showsALoadThatNothingComesOfAnyMoreAsInterrupted() {
        assertThat(state(Duration.ofMinutes(2))).isEqualTo("running");
        assertThat(state(Duration.ofMinutes(2).plusMillis(1))).isEqualTo("interrupted");
    }

    @Test
    void showsAPostThatEndedWithItsProcessAsInterrupted() {
        assertThat(stateOfPost(NOON.plusSeconds(1), Duration.ofSeconds(2))).isEqualTo("interrupted");
    }

    @Test
    void showsAPostThatAnotherProcessIsAtWorkOnAsRunning() {
        Instant begun = NOON.minusSeconds(1);

        assertThat(stateOfPost(begun, Duration.ofMinutes(2))).isEqualTo("running");
        assertThat(stateOfPost(begun, Duration.ofMinutes(2).plusMillis(1))).isEqualTo("interrupted");
    }

    private static String state(Duration silence) {
        return ImportAnswer.of(
                        new UUID(0, 0),
                        DeliveryTally.begun("old.txt", "text/plain", NOON),
                        NOON.plusSeconds(600),
                        NOON.plus(silence))
                .state();
    }

    private static String stateOfPost(Instant lastHere, Duration silence) {
        Delivery delivery = new Delivery(
                "2025.csv",
                Channel.BULK.code(),
                "text/csv",
                "",
                NOON,
                NOON,
                DeliveryState.RUNNING,
                -1,
                0,
                0,
                "",
                0,
                0,
                0,
                Map.of(),
                Position.BEGINNING);
        return ImportAnswer.of(new UUID(0, 0), delivery, lastHere, NOON.plus(silence))
                .state();
    }
}
