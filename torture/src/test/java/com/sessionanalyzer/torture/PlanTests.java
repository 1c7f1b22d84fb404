package com.sessionanalyzer.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTests {

    private static final Set<Victim> ALL = EnumSet.allOf(Victim.class);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 99})
    void killsEachOnceBeforeOneTwice(long seed) {
        Plan plan = Plan.of(5, seed, ALL);

        assertThat(plan.rounds().stream().flatMap(List::stream).map(Kill::victim))
                .containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Plan.of(100, 7, ALL)).isEqualTo(Plan.of(100, 7, ALL)).isNotEqualTo(Plan.of(100, 8, ALL));
    }

    @Test
    void killsSinglyAndTogetherAndNobodyTwiceInARound() {
        Plan plan = Plan.of(100, 1, ALL);

        assertThat(plan.kills()).isEqualTo(100);
        assertThat(plan.rounds()).anyMatch(round -> round.size() == 1).anyMatch(round -> round.size() == 5);
        assertThat(plan.rounds())
                .allSatisfy(
                        round -> assertThat(round.stream().map(Kill::victim)).doesNotHaveDuplicates());
    }

    @Test
    void killsOnlyWhoMayBeKilled() {
        assertThat(Plan.of(10, 1, EnumSet.of(Victim.BROKER)).rounds())
                .hasSize(10)
                .allSatisfy(round -> assertThat(round.get(0).victim()).isEqualTo(Victim.BROKER));
    }
}
