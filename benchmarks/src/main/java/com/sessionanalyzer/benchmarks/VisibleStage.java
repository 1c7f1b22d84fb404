package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Single posts to the whole product at 1,000 a second, and how long after its 201 each of some is in the insights. */
final class VisibleStage implements Stage {

    private static final double HALF = 0.5;
    private static final double MOST = 0.99;

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public String description() {
        return "1,000 posts a second, and from the 201 of some of them until a read of the insights contains it";
    }

    @Override
    public long usualRecords() {
        return 20_000;
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        List<Double> medians = new ArrayList<>();
        List<Double> highest = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        long refused = 0;
        Costs costs;
        try (StartedCsa instance = StartedCsa.start(setting.csa())) {
            SteadyPosts posts = new SteadyPosts(instance.url());
            costs = new Costs(instance);
            for (int i = -setting.warmUps(); i < setting.repeats(); i++) {
                costs.resume();
                Latencies latencies = posts.post(setting.records());
                if (i >= 0) {
                    costs.pause();
                    refused += latencies.allRefused();
                    medians.add(latencies.millis(HALF));
                    highest.add(latencies.millis(MOST));
                    rates.add(latencies.perSecond());
                }
            }
            return List.of(
                    new Measured(
                                    "201 to visible, p99",
                                    Measured.MILLIS,
                                    highest,
                                    costs.perMillion(setting.records() * setting.repeats()))
                            .with("refused", refused),
                    new Measured("201 to visible, p50", Measured.MILLIS, medians, Map.of()),
                    new Measured("posted meanwhile", rates, Map.of()));
        }
    }
}
