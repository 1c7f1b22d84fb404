package com.sessionanalyzer.schema.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.cube.PartCounts.ValueListener;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Parts against a plain map of them. */
class PartCountsProperties {

    private static final int POSITIONS = 3;

    @Property(tries = 500)
    void hasTheRecordsThatWereAdded(@ForAll @Size(max = 200) List<@IntRange(max = 63) Integer> steps) {
        PartCounts parts = new PartCounts(POSITIONS);
        Map<List<String>, Long> expected = new HashMap<>();
        Map<String, Integer> present = new HashMap<>();
        ValueListener moves =
                (position, value, difference) -> present.merge(position + value, difference, Integer::sum);

        for (int step : steps) {
            List<String> part = part(step);
            long left = expected.getOrDefault(part, 0L);
            long difference = left > 0 && step % 2 == 0 ? -1 : 1;
            parts.add(part, difference, moves);
            expected.compute(part, (same, sum) -> left + difference == 0 ? null : left + difference);
            assertThat(present.entrySet().stream()
                            .filter(value -> value.getValue() != 0)
                            .map(Map.Entry::getKey))
                    .containsExactlyInAnyOrderElementsOf(values(expected.keySet()));
        }

        assertThat(map(parts)).isEqualTo(expected);
        assertThat(present.values()).allMatch(count -> count == 0 || count == 1);
        for (int position = 0; position < POSITIONS; position++) {
            int at = position;
            assertThat(parts.values(position))
                    .containsExactlyInAnyOrderElementsOf(
                            expected.keySet().stream().map(part -> part.get(at)).collect(Collectors.toSet()));
        }
        Activity read = (Activity) CustomerEntry.decode(activity(parts).encode());
        assertThat(read).isEqualTo(activity(parts)).hasSameHashCodeAs(activity(parts));
    }

    @Example
    void saysWhichValueEachPartHas() {
        PartCounts parts = new PartCounts(2);
        parts.add(List.of("EU", "S3"), 2, ValueListener.NONE);
        parts.add(List.of("US", "S3"), 1, ValueListener.NONE);

        List<String> told = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            told.add(parts.values(0).get(parts.value(part, 0))
                    + parts.values(1).get(parts.value(part, 1))
                    + parts.records(part));
        }

        assertThat(told).containsExactlyInAnyOrder("EUS32", "USS31");
    }

    @Example
    void refusesToTakeAwayWhatIsNotThere() {
        PartCounts parts = new PartCounts(1);
        parts.add(List.of("EU"), 1, ValueListener.NONE);

        assertThatThrownBy(() -> parts.add(List.of("US"), -1, ValueListener.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[US]");
        assertThat(map(parts)).isEqualTo(Map.of(List.of("EU"), 1L));
    }

    @Property(tries = 200)
    void refusesWhatIsDamaged(@ForAll @IntRange(max = 79) int place, @ForAll byte other) {
        PartCounts parts = new PartCounts(POSITIONS);
        parts.add(List.of("EU", "MySQL", "S3"), 2, ValueListener.NONE);
        parts.add(List.of("US", "MySQL", "BQ"), 1, ValueListener.NONE);
        byte[] bytes = activity(parts).encode();
        bytes[Math.min(place, bytes.length - 1)] = other;

        try {
            CustomerEntry entry = CustomerEntry.decode(bytes);
            assertThat(CustomerEntry.decode(entry.encode())).isEqualTo(entry);
        } catch (UnreadableEventException said) {
            assertThat(said).hasMessageContaining("not a");
        }
    }

    private static List<String> part(int step) {
        return List.of("r" + step % 4, "s" + step / 4 % 4, "s" + step / 16);
    }

    private static Set<String> values(Set<List<String>> parts) {
        return parts.stream()
                .flatMap(part -> java.util.stream.IntStream.range(0, POSITIONS)
                        .mapToObj(position -> position + part.get(position)))
                .collect(Collectors.toSet());
    }

    private static Map<List<String>, Long> map(PartCounts parts) {
        Map<List<String>, Long> map = new HashMap<>();
        parts.forEach(map::put);
        return map;
    }

    private static Activity activity(PartCounts parts) {
        return new Activity("Acme", 3, 4, 5, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, new UUID(1, 2), parts);
    }
}
