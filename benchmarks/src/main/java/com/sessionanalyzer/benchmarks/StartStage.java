package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An empty product, from its command until it takes requests, and the memory that it has then. */
final class StartStage implements Stage {

    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "./csa start on empty data until it takes requests, and the most memory until then";
    }

    @Override
    public long usualRecords() {
        return 1;
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        for (int i = 0; i < setting.repeats(); i++) {
            long began = System.nanoTime();
            try (StartedCsa instance = StartedCsa.start(setting.csa())) {
                seconds.add((System.nanoTime() - began) / NANOS_PER_SECOND);
                megabytes.add((double) instance.peakMegabytes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
            }
        }
        return List.of(
                new Measured("start, empty", "s", seconds, Map.of()),
                new Measured("memory at start", "MB", megabytes, Map.of()));
    }
}
