package com.sessionanalyzer.observe;

import java.time.Duration;
import java.util.stream.IntStream;

/** The bounds by which times are told apart in histograms. */
public final class Buckets {

    /** From 5 milliseconds to 10 seconds. */
    public static final Duration[] SECONDS = IntStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    /** From 250 milliseconds to an hour: how old something is when it arrives. */
    public static final Duration[] AGES = IntStream.of(
                    250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 3_600_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private Buckets() {}
}
