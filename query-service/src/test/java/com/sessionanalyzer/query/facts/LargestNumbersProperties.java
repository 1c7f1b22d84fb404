package com.sessionanalyzer.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LargestNumbersProperties {

    @Property
    void findsTheLeastOfTheLargest(
            @ForAll @Size(max = 200) List<@IntRange(min = -9, max = 9) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 20) int most) {
        LargestNumbers largest = new LargestNumbers(most);

        numbers.forEach(largest::add);

        long expected = numbers.size() < most
                ? Long.MIN_VALUE
                : numbers.stream()
                        .sorted(Comparator.reverseOrder())
                        .skip(most - 1)
                        .findFirst()
                        .orElseThrow();
        assertThat(largest.least()).isEqualTo(expected);
    }
}
