package com.sessionanalyzer.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.facts.FactSums.Measure;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subjects are counted once in each group, whether there is room for a row of bits for each group or not. */
class DistinctTests {

    private static final int SUBJECTS = 100;
    private static final int GROUPS = 5;
    private static final long TOO_MANY_FOR_BITS = 1L << 30;

    @ParameterizedTest
    @ValueSource(longs = {GROUPS, TOO_MANY_FOR_BITS})
    void countsWhomTwoHaveSeenOnce(long most) {
        GroupSums groups = new GroupSums(GROUPS);
        Distinct distinct = new Distinct(groups, most, SUBJECTS);
        Distinct other = new Distinct(new GroupSums(GROUPS), most, SUBJECTS);
        distinct.see(1, new int[] {7, 99, 7}, 0, 3);
        distinct.see(4, 0);
        other.see(1, new int[] {8, 99}, 0, 2);
        other.see(2, new int[] {8, 9, 10}, new int[] {Total.of(1, 0, 5), Total.NOTHING, Total.of(2, 0, 5)}, 0, 3);

        distinct.seeAll(other);
        distinct.count();

        assertThat(List.of(0, 1, 2, 3, 4).stream()
                        .map(group -> GroupSums.sum(Measure.SUBJECTS, groups.sums(), GroupSums.WIDTH * group)))
                .containsExactly(0L, 3L, 2L, 0L, 1L);
        assertThat(distinct.everybody()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {GROUPS, TOO_MANY_FOR_BITS})
    void forgetsWhoWasSeenInABucketButKnowsEverybody(long most) {
        GroupSums groups = new GroupSums(GROUPS);
        Distinct distinct = new Distinct(groups, most, SUBJECTS);
        distinct.see(1, 7);
        distinct.count();
        distinct.see(1, 7);
        distinct.see(1, 8);
        distinct.count();

        assertThat(GroupSums.sum(Measure.SUBJECTS, groups.sums(), GroupSums.WIDTH))
                .isEqualTo(1 + 2);
        assertThat(distinct.everybody()).isEqualTo(2);
    }
}
