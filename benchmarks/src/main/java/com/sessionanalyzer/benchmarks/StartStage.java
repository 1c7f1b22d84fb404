package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A product without records, from its command until it takes requests: on no data at all, and with what that start has made. */
final class StartStage implements Stage {

    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "./csa start until it takes requests, on no data and once more on what that made, and the most memory until then";
    }

    @Override
    public long usualRecords() {
        return 1;
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        for (int i = 0; i < setting.repeats(); i++) {
            long began = System.nanoTime();
            StartedCsa instance = StartedCsa.start(setting.csa());
            first.add(seconds(began));
            instance.end();
            began = System.nanoTime();
            try (StartedCsa next = instance.again(setting.csa())) {
                again.add(seconds(began));
                megabytes.add((double) next.peakMegabytes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
            }
        }
        return List.of(
                new Measured("first start", "s", first, Map.of()),
                new Measured("start again", "s", again, Map.of()),
                new Measured("memory at start", "MB", megabytes, Map.of()));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / NANOS_PER_SECOND;
    }
}
