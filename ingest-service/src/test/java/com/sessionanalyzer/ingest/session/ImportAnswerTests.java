package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportAnswerTests {

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    @Test
    void showsALoadThatNothingComesOfAnyMoreAsInterrupted() {
        assertThat(state(Duration.ofMinutes(2))).isEqualTo("running");
        assertThat(state(Duration.ofMinutes(2).plusMillis(1))).isEqualTo("interrupted");
    }

    private static String state(Duration silence) {
        return ImportAnswer.of(new UUID(0, 0), DeliveryTally.begun("old.txt", "text/plain", NOON), NOON.plus(silence))
                .state();
    }
}
