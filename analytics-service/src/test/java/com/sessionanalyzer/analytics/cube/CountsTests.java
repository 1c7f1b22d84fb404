package com.sessionanalyzer.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.cube.CubeEntry;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CountsTests {

    private static final Counts NOTHING = Counts.of(0, 0);

    @Test
    void addsMeasuresAndBins() {
        Counts sum = Counts.of(1, 30).observing(30).plus(Counts.of(1, 15).observing(15));

        assertThat(CubeEntry.decode(sum.plus(Counts.of(1, 15).observing(15)).encode()))
                .isEqualTo(new CubeEntry.Cell(List.of(3L, 60L), new TreeMap<>(java.util.Map.of(15, 2L, 30, 1L))));
    }

    @Test
    void keepsNoEmptyBins() {
        Counts timed = Counts.of(1, 30).observing(30);

        assertThat(timed.plus(Counts.of(1, 0)).minus(timed)).isEqualTo(Counts.of(1, 0));
    }

    @Property
    void isZeroExactlyWhenNothingIsLeft(@ForAll("counts") Counts one, @ForAll("counts") Counts other) {
        assertThat(one.plus(other).minus(one).minus(other).isZero()).isTrue();
        assertThat(one.minus(other).isZero()).isEqualTo(one.equals(other));
    }

    @Property
    void addsInAnyOrder(@ForAll("counts") Counts one, @ForAll("counts") Counts other) {
        assertThat(one.plus(other)).isEqualTo(other.plus(one)).hasSameHashCodeAs(other.plus(one));
        assertThat(one.negated().plus(other)).isEqualTo(other.minus(one));
    }

    @Property
    void survivesItsEntry(@ForAll("counts") Counts counts) {
        assertThat(Counts.of((CubeEntry.Cell) CubeEntry.decode(counts.encode())))
                .isEqualTo(counts);
    }

    @Provide
    Arbitrary<Counts> counts() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 4);
        return minutes.list()
                .ofMaxSize(5)
                .map(values -> values.stream()
                        .flatMap(value -> Stream.of(Counts.of(1, value).observing(value), Counts.of(1, 0)))
                        .reduce(NOTHING, Counts::plus));
    }
}
