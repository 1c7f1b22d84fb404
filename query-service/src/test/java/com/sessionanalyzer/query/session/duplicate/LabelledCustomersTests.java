package com.sessionanalyzer.query.session.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well likely duplicates are found, on a sample of which it is known who is who. */
class LabelledCustomersTests {

    private static final int CUSTOMERS = 10_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsFourOfFiveDuplicatesAndIsRightNineteenTimesOfTwenty(long seed) {
        LabelledCustomers sample = LabelledCustomers.of(seed, CUSTOMERS);

        List<LikelyPair> pairs = LikelyCustomers.of(sample.snapshot(), null).pairs();

        long right = pairs.stream()
                .filter(pair -> sample.areSame(pair.keep().key(), pair.other().key()))
                .count();
        assertThat((double) right / pairs.size()).as("precision").isGreaterThanOrEqualTo(0.95);
        assertThat((double) right / sample.samePairs()).as("recall").isGreaterThanOrEqualTo(0.8);
    }
}
