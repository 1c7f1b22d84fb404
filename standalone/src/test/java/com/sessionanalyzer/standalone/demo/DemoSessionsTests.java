package com.sessionanalyzer.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.session.SessionDraft;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoSessionsTests {

    private static final Instant END = Instant.parse("2026-11-20T15:00:00Z");

    private final DemoYear year = new DemoYear(7, END);

    @Test
    void makesTheSameRecordsFromTheSameSeed() {
        assertThat(history(7)).isEqualTo(history(7)).isNotEqualTo(history(8));
    }

    @Test
    void spreadsTheHistoryOverAYearWithoutReachingTheFuture() {
        List<Instant> times = times();

        assertThat(Collections.max(times)).isBeforeOrEqualTo(END);
        assertThat(Collections.min(times)).isBefore(Instant.parse("2025-12-01T00:00:00Z"));
    }

    @Test
    void restsAtTheWeekend() {
        long weekend = times().stream()
                .filter(time -> time.atOffset(ZoneOffset.UTC).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0)
                .count();

        assertThat(weekend).isPositive().isLessThan(Demo.HISTORY / 6);
    }

    @Test
    void hasFewBigCustomersAndManySmallOnes() {
        List<Long> counts = history(7).stream()
                .collect(Collectors.groupingBy(SessionDraft::customer, Collectors.counting()))
                .values()
                .stream()
                .sorted(Collections.reverseOrder())
                .toList();

        assertThat(counts).hasSizeGreaterThan(100);
        assertThat(counts.get(0)).isGreaterThan(20 * counts.get(counts.size() - 1));
    }

    @Test
    void usesEveryFieldOfARecord() {
        List<SessionDraft> drafts = history(7);

        assertThat(drafts).anyMatch(draft -> draft.minutes() == null);
        assertThat(drafts).anyMatch(draft -> draft.highlight() != null);
        assertThat(drafts).anyMatch(draft -> draft.observation().contains("\n"));
        assertThat(drafts.stream().map(SessionDraft::region).distinct()).hasSizeGreaterThan(5);
    }

    private List<SessionDraft> history(long seed) {
        DemoSessions sessions = new DemoSessions(seed);
        return IntStream.range(0, Demo.HISTORY)
                .mapToObj(number -> sessions.review(number, END))
                .toList();
    }

    private List<Instant> times() {
        return IntStream.range(0, Demo.HISTORY)
                .mapToObj(number -> year.at(number, Demo.HISTORY))
                .toList();
    }
}
