package com.sessionanalyzer.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long answers took, and which took longest. */
final class AskedQuestions {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SLOWEST = 12;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.99;

    private final Answerer answerer;
    private final List<Double> medians = new ArrayList<>();
    private final List<Double> most = new ArrayList<>();
    private final List<Double> longest = new ArrayList<>();
    private final List<Took> all = new ArrayList<>();

    /** Somebody who answers. */
    @FunctionalInterface
    interface Answerer {

        Object answer(Question question);
    }

    /** By the clock, and on a core by the thread that asks. */
    private record Took(Question question, double millis, double ofCore) {}

    AskedQuestions(Answerer answerer) {
        this.answerer = answerer;
    }

    /** Asks questions whose time does not count. */
    void warmUp(RandomQuestions random, int count) {
        for (int number = 0; number < count; number++) {
            took(random.next());
        }
    }

    void ask(RandomQuestions random, int repeats, int count) {
        for (int repeat = 0; repeat < repeats; repeat++) {
            List<Took> these = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                these.add(took(random.next()));
            }
            medians.add(percentile(these, MEDIAN));
            most.add(percentile(these, MOST));
            longest.add(percentile(these, 1));
            all.addAll(these);
        }
    }

    /** The median, the 99th percentile and the longest of each repeat, in milliseconds; and what most took by kind of question. */
    List<Measured> measured(String name, long changesPerSecond) {
        Map<String, Object> costs = new LinkedHashMap<>();
        costs.put("ofAll", percentile(all, MOST));
        costs.put("ofCore", ofCore(MOST));
        costs.put("under1ms", share(all, 1));
        costs.put("under5ms", share(all, 5));
        costs.put("changesPerSecond", changesPerSecond);
        List<Measured> measured = new ArrayList<>(List.of(
                new Measured(
                        name + " p50",
                        Measured.MILLIS,
                        medians,
                        Map.of("ofAll", percentile(all, MEDIAN), "ofCore", ofCore(MEDIAN))),
                new Measured(name + " p99", Measured.MILLIS, most, costs),
                new Measured(name + " longest", Measured.MILLIS, longest, Map.of("slowest", slowest()))));
        for (Question.Kind kind : Question.Kind.values()) {
            List<Took> those =
                    all.stream().filter(took -> took.question().kind() == kind).toList();
            if (!those.isEmpty()) {
                measured.add(ofKind(name + " p99, " + kind.label(), those));
            }
        }
        return measured;
    }

    private static Measured ofKind(String name, List<Took> those) {
        return new Measured(
                name,
                Measured.MILLIS,
                List.of(percentile(those, MOST)),
                Map.of("asked", those.size(), "p50", percentile(those, MEDIAN), "under5ms", share(those, 5)));
    }

    private Took took(Question question) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        Object answer = answerer.answer(question);
        long nanos = System.nanoTime() - start;
        long ofCore = THREADS.getCurrentThreadCpuTime() - cpu;
        if (answer == null) {
            throw new IllegalStateException("no answer to " + question);
        }
        return new Took(question, nanos / NANOS_PER_MILLI, ofCore / NANOS_PER_MILLI);
    }

    private double ofCore(double part) {
        double[] sorted = all.stream().mapToDouble(Took::ofCore).sorted().toArray();
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * part) - 1)];
    }

    /** So many of a hundred took no longer. */
    private static double share(List<Took> those, double millis) {
        return Math.round(1_000.0
                        * those.stream().filter(took -> took.millis() <= millis).count()
                        / those.size())
                / 10.0;
    }

    private List<String> slowest() {
        return all.stream()
                .sorted(Comparator.comparingDouble(Took::millis).reversed())
                .limit(SLOWEST)
                .map(took -> tenths(took.millis()) + " ms, " + tenths(took.ofCore()) + " on a core: "
                        + took.question().shape())
                .toList();
    }

    private static double tenths(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

    private static double percentile(List<Took> took, double part) {
        double[] sorted = took.stream().mapToDouble(Took::millis).sorted().toArray();
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * part) - 1)];
    }
}
