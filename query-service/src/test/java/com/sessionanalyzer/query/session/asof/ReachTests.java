package com.sessionanalyzer.query.session.asof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.Position;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReachTests {

    private static final Position END = Position.of(0, 7);
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LAST_READ = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-15T00:00:00Z");

    private final Reach reach = new Reach(LONG_AGO, LAST_READ, Position.BEGINNING);

    @Test
    void staysWhileTheLogKeepsWhatWasNotReadYet() {
        Reach next = reach.read(NOW, LAST_READ.minusSeconds(1), END);

        assertThat(next).isEqualTo(new Reach(LONG_AGO, NOW, END));
    }

    @Test
    void beginsAnewWhenVersionsMayHaveGoneUnread() {
        Reach next = reach.read(NOW, LAST_READ.plusSeconds(1), END);

        assertThat(next).isEqualTo(new Reach(LAST_READ.plusSeconds(1), NOW, END));
    }

    @Test
    void neverGoesBack() {
        Reach young = new Reach(NOW.minusSeconds(5), LAST_READ, END);

        assertThat(young.read(NOW, LAST_READ.plusSeconds(1), END).since()).isEqualTo(NOW.minusSeconds(5));
        assertThat(young.noLongerThan(LONG_AGO).since()).isEqualTo(NOW.minusSeconds(5));
        assertThat(reach.noLongerThan(NOW).since()).isEqualTo(NOW);
    }
}
