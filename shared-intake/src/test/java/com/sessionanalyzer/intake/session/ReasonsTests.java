package com.sessionanalyzer.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.Violation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReasonsTests {

    private static final Terms TERMS = new Terms(ZoneOffset.UTC, Instant.parse("2026-06-15T12:00:00Z"));

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

    @Test
    void takesAllFieldsThatAreNotKnownForOneReason() {
        Parsed one = SessionJson.parse("{\"colour\": 1, \"sesions\": 2}", 1, TERMS);
        Parsed other = SessionJson.parse("{\"color\": 1}", 2, TERMS);

        assertThat(Reasons.of(List.of(one, other)))
                .containsEntry("record:unknown-field", 2L)
                .doesNotContainKeys("colour:unknown-field", "sesions:unknown-field", "color:unknown-field");
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
