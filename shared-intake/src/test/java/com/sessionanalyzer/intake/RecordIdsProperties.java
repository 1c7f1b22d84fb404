package com.sessionanalyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class RecordIdsProperties {

    private static final long LAST = (1L << 52) - 1;

    @Property
    void derivesIdsOfVersionEightThatSayTheirIndex(
            @ForAll long high, @ForAll long low, @ForAll @LongRange(min = 0, max = LAST) long index) {
        UUID id = RecordIds.derived(new UUID(high, low), index);

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(RecordIds.index(id)).isEqualTo(index);
        assertThat(id).isEqualTo(RecordIds.derived(new UUID(high, low), index));
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(high >>> 16);
    }

    @Property
    void sortsIdsOfADeliveryByIndex(
            @ForAll long high,
            @ForAll long low,
            @ForAll @LongRange(min = 0, max = LAST) long one,
            @ForAll @LongRange(min = 0, max = LAST) long other) {
        UUID delivery = new UUID(high, low);

        int order = RecordIds.derived(delivery, one)
                .toString()
                .compareTo(RecordIds.derived(delivery, other).toString());

        assertThat(Integer.signum(order)).isEqualTo(Long.compare(one, other));
    }

    @Property
    void derivesDifferentIdsForDifferentKeys(@ForAll int one, @ForAll int other) {
        Assume.that(one != other);

        assertThat(RecordIds.derived(RecordIds.named("key-" + one), 0))
                .isNotEqualTo(RecordIds.derived(RecordIds.named("key-" + other), 0));
    }

    @Example
    void derivesDifferentIdsWhenOnlyTheEndOfTheDeliveryDiffers() {
        long high = 0x0199_1234_5678_7abcL;

        assertThat(LongStream.range(0, 50).mapToObj(low -> RecordIds.derived(new UUID(high, low), 7)))
                .doesNotHaveDuplicates();
    }

    @Example
    void refusesAnIndexThatDoesNotFit() {
        UUID delivery = new UUID(1, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> RecordIds.derived(delivery, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> RecordIds.derived(delivery, LAST + 1));
    }
}
