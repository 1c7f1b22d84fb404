package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.observe.Buckets;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.query.freshness.Freshness;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;

/** What is measured of the way from a topic into its table. */
public final class ProjectionMeters {

    private final MeterRegistry registry;
    private final Clock clock;
    private final Traces traces;

    public ProjectionMeters(MeterRegistry registry, Clock clock, Traces traces) {
        this.registry = registry;
        this.clock = clock;
        this.traces = traces;
    }

    /** Measures for nobody. */
    static ProjectionMeters none() {
        return new ProjectionMeters(new SimpleMeterRegistry(), Clock.systemUTC(), Traces.NONE);
    }

    Batches observed(String topic, Batches batches) {
        return new ObservedBatches(topic, batches, this);
    }

    Traces traces() {
        return traces;
    }

    Timer copies(String topic) {
        return timer("csa.projection.copy", "Time of COPY for a batch", topic);
    }

    Timer writes(String topic) {
        return timer("csa.projection.write", "Time of a batch's transaction", topic);
    }

    DistributionSummary batches(String topic) {
        return DistributionSummary.builder("csa.projection.batch.records")
                .description("Records of a batch")
                .tag("topic", topic)
                .register(registry);
    }

    Counter failures(String topic) {
        return Counter.builder("csa.projection.failures")
                .description("Batches that the database did not take; each is tried again")
                .tag("topic", topic)
                .register(registry);
    }

    Freshness freshness(String topic) {
        return new Freshness(registry, clock, "rows of " + topic);
    }

    private Timer timer(String name, String description, String topic) {
        return Timer.builder(name)
                .description(description)
                .tag("topic", topic)
                .serviceLevelObjectives(Buckets.SECONDS)
                .register(registry);
    }
}
