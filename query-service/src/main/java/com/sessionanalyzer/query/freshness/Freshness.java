package com.sessionanalyzer.query.freshness;

import com.sessionanalyzer.observe.Buckets;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time from a record's receipt until a view of it contains it, measured on the newest record of each batch. */
public final class Freshness {

    private final Timer age;
    private final Clock clock;

    /**
     * @param view what contains it, such as numbers
     */
    public Freshness(MeterRegistry registry, Clock clock, String view) {
        this.clock = clock;
        this.age = Timer.builder("csa.freshness")
                .description("Time from a record's receipt until a view contains it")
                .tag("view", view)
                .serviceLevelObjectives(Buckets.AGES)
                .register(registry);
    }

    /** Says that what was received at this time can be seen now; clocks of two machines may differ, but nothing is younger than nothing. */
    public void visible(Instant received) {
        Duration passed = Duration.between(received, clock.instant());
        age.record(passed.isNegative() ? Duration.ZERO : passed);
    }
}
