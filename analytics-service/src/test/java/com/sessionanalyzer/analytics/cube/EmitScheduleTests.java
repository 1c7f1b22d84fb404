package com.sessionanalyzer.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EmitScheduleTests {

    private static final long INTERVAL = 50;
    private static final long NOON = 1_790_000_000_000L - 1_790_000_000_000L % (32 * INTERVAL);

    private final EmitSchedule schedule = new EmitSchedule(INTERVAL);

    @Test
    void emitsARecordThatComesAloneWhenTheNextIntervalBegins() {
        assertThat(schedule.isDue(NOON, 1, NOON + 24)).isFalse();
        assertThat(schedule.isDue(NOON + 25, 1, NOON + 50)).isTrue();
        assertThat(schedule.isDue(NOON + 26, 1, NOON + 50)).isFalse();
        assertThat(schedule.isDue(NOON + 26, 1, NOON + 100)).isTrue();
    }

    @Test
    void waitsForAQuarterToAHalfOfTheRecordsInAnInterval() {
        assertThat(waits(3)).isEqualTo(1);
        assertThat(waits(8)).isEqualTo(2);
        assertThat(waits(20)).isEqualTo(4);
        assertThat(waits(100)).isEqualTo(16);
        assertThat(waits(10_000)).isEqualTo(32);
    }

    /** Records stop as they came; what a burst left is emitted soon. */
    @Test
    void doesNotWaitLongAfterABurst() {
        long due = LongStream.iterate(NOON + INTERVAL, now -> now + INTERVAL)
                .filter(now -> schedule.isDue(NOON, 300, now))
                .findFirst()
                .orElseThrow();

        assertThat(due - NOON).isLessThanOrEqualTo(8 * INTERVAL);
    }

    @Property
    void emitsWithThoseThatWaitForLess(
            @ForAll @IntRange(max = 100_000) int folded, @ForAll @LongRange(max = 100) long tick) {
        long now = NOON + tick * INTERVAL;

        if (schedule.isDue(0, folded, now)) {
            assertThat(schedule.isDue(0, folded / 2, now)).isTrue();
        }
    }

    /** In intervals, when so many records come in each and the shard has emitted a few times. */
    private long waits(long records) {
        List<Long> emitted = new ArrayList<>();
        long folded = 0;
        long since = NOON;
        for (long now = NOON + INTERVAL; emitted.size() < 5; now += INTERVAL) {
            folded += records;
            if (schedule.isDue(since, folded, now)) {
                emitted.add(now);
                folded = 0;
                since = now;
            }
        }
        return (emitted.get(4) - emitted.get(3)) / INTERVAL;
    }
}
