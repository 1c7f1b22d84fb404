package com.sessionanalyzer.analytics.streams;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** Whether applications run, and how much they have processed. */
record StreamsMeters(List<StreamsApplication> applications) implements MeterBinder {

    private static final String THREADS = "stream-thread-metrics";

    StreamsMeters {
        applications = List.copyOf(applications);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        applications.forEach(application -> bindTo(registry, application));
    }

    private static void bindTo(MeterRegistry registry, StreamsApplication application) {
        Gauge.builder(
                        "csa.streams.running",
                        application,
                        streams -> streams.state().isRunningOrRebalancing() ? 1 : 0)
                .description("1 while the application runs, 0 while it has failed or not begun")
                .tag("application", application.applicationId())
                .register(registry);
        FunctionCounter.builder("csa.streams.records", application, streams -> streams.sum(THREADS, "process-total"))
                .description("Records processed since the application started last")
                .tag("application", application.applicationId())
                .register(registry);
        FunctionCounter.builder("csa.streams.commits", application, streams -> streams.sum(THREADS, "commit-total"))
                .description("Commits since the application started last")
                .tag("application", application.applicationId())
                .register(registry);
        Gauge.builder(
                        "csa.streams.commit.longest.seconds",
                        application,
                        streams -> streams.max(THREADS, "commit-latency-max") / 1000)
                .description("Longest commit of the last minute")
                .tag("application", application.applicationId())
                .register(registry);
    }
}
