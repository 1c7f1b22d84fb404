package com.sessionanalyzer.query.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Who listens, and what they missed. */
public record LiveMeters(LiveStream stream) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("csa.live.clients", stream, LiveStream::connections)
                .description("Open live connections")
                .register(registry);
        FunctionCounter.builder("csa.live.frames", stream.counts(), LiveCounts::allOffered)
                .description("Frames made for connections")
                .register(registry);
        FunctionCounter.builder("csa.live.frames.dropped", stream.counts(), LiveCounts::allDropped)
                .description("Frames that a newer one replaced before a slow connection took them")
                .register(registry);
        FunctionCounter.builder("csa.live.refused", stream.counts(), LiveCounts::allRefused)
                .description("Connections refused because there were too many")
                .register(registry);
    }
}
