package com.sessionanalyzer.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FirstProperties {

    @Property
    void isTheBeginningOfAllInTheirOrder(
            @ForAll List<@IntRange(min = -20, max = 20) Integer> all, @ForAll @IntRange(max = 30) int most) {
        First<Integer> first = new First<>(most, Comparator.<Integer>reverseOrder());
        all.forEach(first::add);

        List<Integer> sorted = all.stream().sorted(Comparator.reverseOrder()).toList();
        assertThat(first.inOrder()).isEqualTo(most == 0 ? sorted : sorted.subList(0, Math.min(most, sorted.size())));
    }
}
