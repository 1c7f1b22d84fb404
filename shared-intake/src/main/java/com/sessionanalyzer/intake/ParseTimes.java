package com.sessionanalyzer.intake;

import com.sessionanalyzer.observe.Buckets;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How long it takes to read records: once per post, message or piece of a large content, never once per record. */
public final class ParseTimes {

    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    public ParseTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Reads, and notes how long that took. */
    public <T> T time(String channel, Supplier<T> reading) {
        long begun = System.nanoTime();
        T read = reading.get();
        timers.computeIfAbsent(channel, this::timer).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        return read;
    }

    private Timer timer(String channel) {
        return Timer.builder("csa.intake.parse")
                .description("Time to read the records of a post, a message or a piece of a large content")
                .tag("channel", channel)
                .serviceLevelObjectives(Buckets.SECONDS)
                .register(registry);
    }
}
