package com.sessionanalyzer.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReasonsTests {

    @Test
    void countsARecordOnceForEachRule() {
        assertThat(Reasons.of(List.of(rejected("region", "region", "customer"), rejected("region"))))
                .isEqualTo(Map.of("region:required", 2L, "customer:required", 1L));
    }

    @Test
    void staysSmallWhateverNamesSendersMakeUp() {
        Map<String, Long> some = Reasons.of(madeUp(0));

        Map<String, Long> all = Reasons.sum(some, Reasons.of(madeUp(1_000)));

        assertThat(some).hasSize(201).containsEntry("record:other", 800L);
        assertThat(all).hasSize(201).containsEntry("record:other", 1_800L);
        assertThat(Reasons.sum(all, Map.of("name-0:required", 5L))).containsEntry("name-0:required", 6L);
    }

    private static List<Parsed> madeUp(int from) {
        return IntStream.range(from, from + 1_000)
                .mapToObj(i -> rejected("name-" + i))
                .toList();
    }

    private static Parsed rejected(String... fields) {
        return new Parsed.Rejected(
                1,
                RecordFormat.JSON,
                "",
                List.of(fields).stream()
                        .map(field -> new Violation(field, 1, "", "required", "must be there"))
                        .toList());
    }
}
