package com.sessionanalyzer.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.intake.IntakeCount;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RejectionCountsTests {

    private static final Map<String, IntakeCount> REJECTED = Map.of("api", rejected(3), "bulk", rejected(2));

    @Test
    void balancesWhatIsThereAndWhatIsErased() {
        RejectionCounts counts =
                new RejectionCounts(Map.of("api", 1L, "bulk", 2L), Map.of("api", 1L, "bulk", 2L), Map.of("api", 2L));

        assertThat(counts.equations(REJECTED.keySet(), REJECTED)).hasSize(4).allMatch(Equation::holds);
    }

    @Test
    void findsTheChannelWithARejectionTooFew() {
        RejectionCounts counts =
                new RejectionCounts(Map.of("api", 1L, "bulk", 2L), Map.of("api", 1L, "bulk", 1L), Map.of("api", 2L));

        assertThat(counts.equations(REJECTED.keySet(), REJECTED).filter(equation -> !equation.holds()))
                .extracting(Equation::right)
                .containsExactly("1 rejections in the database, and erased");
    }

    @Test
    void comparesAltogetherWhenTheChannelOfAnErasedOneIsForgotten() {
        Map<String, Long> there = Map.of("api", 1L, "bulk", 2L);

        assertThat(new RejectionCounts(there, there, Map.of("unknown", 2L)).equations(Set.of("api", "bulk"), REJECTED))
                .hasSize(2)
                .allMatch(Equation::holds);
        assertThat(new RejectionCounts(there, there, Map.of("unknown", 1L)).equations(Set.of("api", "bulk"), REJECTED))
                .hasSize(2)
                .noneMatch(Equation::holds);
    }

    private static IntakeCount rejected(long rejected) {
        return new IntakeCount(rejected, 0, 0, rejected, 0, 0, Instant.EPOCH);
    }
}
