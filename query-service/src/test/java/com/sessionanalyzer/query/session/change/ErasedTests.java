package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.session.SessionTotals;
import com.sessionanalyzer.schema.Position;
import org.junit.jupiter.api.Test;

class ErasedTests {

    @Test
    void addsUpItsOwnPartsAndNoOtherErasures() {
        Erased first = Erased.nothing().and(part(3)).and(part(4));
        Erased second = Erased.nothing().and(part(5));

        assertThat(first.difference().numbers()).containsEntry(SessionTotals.SESSIONS, -7L);
        assertThat(second.difference().numbers()).containsEntry(SessionTotals.SESSIONS, -5L);
    }

    private static Erased part(int sessions) {
        Difference difference = Difference.none();
        difference.count(aSession().sessions(sessions).build(), -1);
        return new Erased(1, 0, difference, null, Position.of(0, sessions));
    }
}
