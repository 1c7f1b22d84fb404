package com.sessionanalyzer.torture.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTests {

    private static final int SEEDS = 200;
    private static final int MOST_SEEDS = 2_000;

    @Test
    void showsWhatTheLogSaysWhateverIsCutCrashedOrReordered() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(new Simulation(seed, Fault.NONE).run())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {388, 418, 625})
    void keepsARecordThatMovedAwayAndBackWithinABatch(long seed) {
        assertThat(new Simulation(seed, Fault.NONE).run()).isEmpty();
    }

    @Test
    void isTheSameRunToTheLastStepForTheSameSeed() {
        long seed = LongStream.range(0, MOST_SEEDS)
                .filter(each ->
                        !new Simulation(each, Fault.DELETIONS_IGNORED).run().isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(new Simulation(seed, Fault.DELETIONS_IGNORED).run())
                .isEqualTo(new Simulation(seed, Fault.DELETIONS_IGNORED).run());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void findsWhatIsMadeToGoWrong(Fault fault) {
        assertThat(LongStream.range(0, MOST_SEEDS)
                        .anyMatch(seed -> !new Simulation(seed, fault).run().isEmpty()))
                .isTrue();
    }
}
