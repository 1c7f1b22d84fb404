package com.sessionanalyzer.intake;

import com.sessionanalyzer.observe.Buckets;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long the transactions of a lane take, and how many records each holds. */
final class CommitTimes {

    private final Timer time;
    private final DistributionSummary records;

    CommitTimes(MeterRegistry registry, Lane lane) {
        String code = lane.name().toLowerCase(Locale.ROOT);
        this.time = Timer.builder("csa.intake.commit")
                .description("Time of a transaction from its begin until the log has it")
                .tag("lane", code)
                .serviceLevelObjectives(Buckets.SECONDS)
                .register(registry);
        this.records = DistributionSummary.builder("csa.intake.commit.records")
                .description("Records and rejections of a transaction")
                .tag("lane", code)
                .register(registry);
    }

    void committed(int written, long nanos) {
        time.record(nanos, TimeUnit.NANOSECONDS);
        records.record(written);
    }
}
