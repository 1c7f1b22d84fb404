package com.sessionanalyzer.query.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which grain fits when the one that is asked for does not. */
class FittingGrainTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void keepsAGrainThatFits() {
        assertThat(Grain.fitting(Window.of(DAY, DAY.plusDays(399)), Grain.DAY)).isEqualTo(Grain.DAY);
    }

    @Test
    void takesTheNextCoarserOneThatFits() {
        assertThat(Grain.fitting(Window.of(DAY, DAY.plusDays(400)), Grain.DAY)).isEqualTo(Grain.WEEK);
        assertThat(Grain.fitting(Window.of(DAY, DAY.plusYears(9)), Grain.DAY)).isEqualTo(Grain.MONTH);
    }

    @Test
    void hasNoneForCenturies() {
        assertThat(Grain.fitting(Window.of(DAY, DAY.plusYears(90)), Grain.DAY)).isNull();
    }
}
