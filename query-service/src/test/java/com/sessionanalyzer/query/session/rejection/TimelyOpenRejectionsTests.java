package com.sessionanalyzer.query.session.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.session.OpenRejections;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TimelyOpenRejectionsTests {

    private static final OrganizationId OURS = new OrganizationId("ours");
    private static final Duration LONG = Duration.ofDays(1);

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int open = 3;
    private boolean away;

    @Test
    void counts() {
        OpenRejections rejections = new TimelyOpenRejections(this::count, Runnable::run, LONG);

        assertThat(rejections.count(OURS)).isEqualTo(3);
        open = 4;
        assertThat(rejections.count(OURS)).isEqualTo(4);
    }

    @Test
    void saysWhatItKnewLastWhenTheDatabaseFails() {
        OpenRejections rejections = new TimelyOpenRejections(this::count, Runnable::run, LONG);
        rejections.count(OURS);
        away = true;

        assertThat(rejections.count(OURS)).isEqualTo(3);
        assertThat(rejections.count(new OrganizationId("theirs"))).isZero();
        assertThat(rejections.count(OURS)).isEqualTo(3);
    }

    @Test
    void doesNotWaitAndAsksOnlyOnceWhileTheDatabaseIsLate() {
        OpenRejections rejections = new TimelyOpenRejections(this::count, waiting::add, Duration.ZERO);

        assertThat(rejections.count(OURS)).isZero();
        assertThat(rejections.count(OURS)).isZero();
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        assertThat(rejections.count(OURS)).isEqualTo(3);
        assertThat(waiting).hasSize(1);
    }

    private int count(OrganizationId organization) {
        if (away) {
            throw new IllegalStateException("away");
        }
        return open;
    }
}
