package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Has each contender count the same history from a broker in a JVM of its own, one after the other. It is measured from when
 * a fifth is committed, so that neither its start nor its first compilations count, until all of it is.
 */
final class StreamsStage implements Stage {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int WARM_UP_SHARE = 5;
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final double MILLION = 1e6;

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public String description() {
        return "counting exactly once, and a topology that does nothing, a plain DSL topology, and Flink";
    }

    @Override
    public long usualRecords() {
        return 1_000_000;
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        Map<Contender, Tally> tallies = new EnumMap<>(Contender.class);
        for (int repeat = 0; repeat < setting.repeats(); repeat++) {
            Path directory = Files.createTempDirectory("csa-bench-streams");
            try (StartedJvm broker = Broker.start(directory)) {
                broker.await(() -> !Broker.bootstrapServers(broker).isEmpty());
                new ReviewLog(repeat).send(Broker.bootstrapServers(broker), setting.records());
                for (Contender contender : Contender.values()) {
                    if (contender.isThere()) {
                        Tally tally = tallies.computeIfAbsent(contender, ignored -> new Tally());
                        measure(contender, setting.javaOptions(), broker, directory, tally);
                    }
                }
            } finally {
                FileSystemUtils.deleteRecursively(directory);
            }
        }
        return compared(tallies);
    }

    private static void measure(
            Contender contender, List<String> options, StartedJvm broker, Path directory, Tally tally)
            throws IOException, InterruptedException {
        String bootstrapServers = Broker.bootstrapServers(broker);
        try (CommittedOffsets offsets = new CommittedOffsets(bootstrapServers);
                StartedJvm counting = contender.start(bootstrapServers, directory, options)) {
            Sample start = await(offsets, contender, 0, counting, broker);
            Sample warm = await(offsets, contender, offsets.end() / WARM_UP_SHARE, counting, broker);
            Sample end = await(offsets, contender, offsets.end(), counting, broker);
            Sample begin = warm.committed < end.committed ? warm : start;
            long counted = end.committed - begin.committed;
            tally.rates.add(counted / ((end.nanos - begin.nanos) / 1e9));
            tally.cpu.add((end.cpu - begin.cpu) / counted * MILLION);
            tally.brokerCpu.add((end.brokerCpu - begin.brokerCpu) / counted * MILLION);
            tally.peakMegabytes = Math.max(tally.peakMegabytes, counting.spent().peakMegabytes());
        }
    }

    private static Sample await(
            CommittedOffsets offsets, Contender contender, long least, StartedJvm counting, StartedJvm broker)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && counting.isRunning()) {
            long committed = offsets.of(contender.group());
            if (committed >= least) {
                return new Sample(
                        committed,
                        System.nanoTime(),
                        counting.spent().cpuSeconds(),
                        broker.spent().cpuSeconds());
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        throw new IOException(contender + " does not count up to " + least + ":\n" + counting.output());
    }

    /** The product first, with its ratio to each other. */
    private static List<Measured> compared(Map<Contender, Tally> tallies) {
        List<Measured> all = new ArrayList<>();
        tallies.forEach((contender, tally) -> all.add(tally.measured(contender.label())));
        for (Measured theirs : all.subList(1, all.size())) {
            all.set(0, all.get(0).comparedWith(theirs));
        }
        return all;
    }

    /** How far it was at a moment, and what it had taken. */
    private record Sample(long committed, long nanos, double cpu, double brokerCpu) {}

    /** What the repeats of one contender gave. */
    private static final class Tally {

        private final List<Double> rates = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> brokerCpu = new ArrayList<>();
        private long peakMegabytes;

        private Measured measured(String name) {
            return new Measured(name, rates, Map.of())
                    .with("cpuSecondsPerMillion", Map.of("counting", median(cpu), "broker", median(brokerCpu)))
                    .with("peakMegabytes", peakMegabytes);
        }

        private static double median(List<Double> values) {
            return Math.round(new Measured("", values, Map.of()).median() * 100) / 100.0;
        }
    }
}
