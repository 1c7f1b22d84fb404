package com.sessionanalyzer.testing;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTests {

    private static final Duration LONGER_THAN_ANYTHING = Duration.ofHours(1);

    @Test
    void waitsForAMinuteWhereNothingElseIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> await().pollDelay(LONGER_THAN_ANYTHING).until(() -> true))
                .withMessageContaining("Timeout (1 minutes)");
    }
}
