package com.sessionanalyzer.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** After how many seconds each repeat had its records recorded, counted and stored; costs are those of the last one. */
final class Progress {

    private static final String SECONDS = "s";

    private final List<Double> recorded = new ArrayList<>();
    private final List<Double> counted = new ArrayList<>();
    private final List<Double> stored = new ArrayList<>();
    private Map<String, Object> costs = Map.of();

    void recorded(double seconds) {
        recorded.add(seconds);
    }

    void counted(double seconds) {
        counted.add(seconds);
    }

    void stored(double seconds) {
        stored.add(seconds);
    }

    void costs(Map<String, Object> those) {
        costs = those;
    }

    List<Measured> measured() {
        return List.of(
                new Measured("until recorded", SECONDS, recorded, costs),
                new Measured("until in the insights", SECONDS, counted, Map.of()),
                new Measured("until rows", SECONDS, stored, Map.of()));
    }
}
