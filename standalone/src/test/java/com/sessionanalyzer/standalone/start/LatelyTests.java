package com.sessionanalyzer.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatelyTests {

    private long value = 7;
    private long nanos;

    @Test
    void looksAgainWhenWhatItKnowsIsTooOld() {
        Lately lately = new Lately(() -> value, Duration.ofNanos(100), () -> nanos);
        value = 8;

        nanos = 100;
        assertThat(lately.getAsLong()).isEqualTo(7);

        nanos = 101;
        assertThat(lately.getAsLong()).isEqualTo(8);
    }
}
