package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.intake.IntakeCount;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Records by fate, as this process has settled them. They are read off the gauge, so that nothing is counted twice. */
record IntakeMeters(IntakeGauge gauge, List<IntakeChannels> domains) implements MeterBinder {

    private static final Map<Fate, ToLongFunction<IntakeCount>> FATES = Map.of(
            Fate.RECORDED, IntakeCount::recorded,
            Fate.REPLAYED, IntakeCount::replayed,
            Fate.REJECTED, IntakeCount::rejected,
            Fate.CORRECTED, IntakeCount::corrected,
            Fate.DELETED, IntakeCount::deleted);

    IntakeMeters {
        domains = List.copyOf(domains);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        domains.forEach(domain -> domain.channels().forEach(channel -> bindTo(registry, domain.domain(), channel)));
        FunctionCounter.builder("csa.intake.unavailable.batches", gauge, IntakeGauge::unavailable)
                .description("Batches that the log did not take")
                .register(registry);
    }

    private void bindTo(MeterRegistry registry, String domain, String channel) {
        Tags tags = Tags.of("domain", domain, "channel", channel);
        FATES.forEach((fate, count) -> FunctionCounter.builder(
                        "csa.intake.records", gauge, doors -> doors.settled(domain, channel, count))
                .description("Records by what became of them")
                .tags(tags.and("fate", fate.code()))
                .register(registry));
        Gauge.builder("csa.intake.in.flight.records", gauge, doors -> doors.inFlight(domain, channel))
                .description("Records received and not settled yet")
                .tags(tags)
                .register(registry);
    }
}
