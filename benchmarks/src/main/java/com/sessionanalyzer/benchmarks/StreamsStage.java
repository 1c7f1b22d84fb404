package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Has each contender count the same history from a broker in a JVM of its own, one after the other. */
final class StreamsStage implements Stage {

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
            tally.repeats.add(Stretch.of(
                    counting, contender.group(), offsets, () -> broker.spent().cpuSeconds()));
            tally.peakMegabytes = Math.max(tally.peakMegabytes, counting.spent().peakMegabytes());
        }
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

    /** What the repeats of one contender gave. */
    private static final class Tally {

        private final List<Stretch> repeats = new ArrayList<>();
        private long peakMegabytes;

        private Measured measured(String name) {
            return Stretch.measured(name, repeats, "counting", "broker").with("peakMegabytes", peakMegabytes);
        }
    }
}
