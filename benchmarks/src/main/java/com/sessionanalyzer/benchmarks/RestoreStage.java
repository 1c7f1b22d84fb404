package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the product's counting when it has counted a history, and starts it again. A repeat ends when what came meanwhile
 * is counted too. In the last one the local state is lost as well, so that all comes from the topics.
 */
final class RestoreStage implements Stage {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final int CAME_MEANWHILE = 1_000;

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String description() {
        return "from a kill of the process that counts until it has counted on";
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("csa-bench-restore");
        try (StartedJvm broker = Broker.start(directory)) {
            broker.await(() -> !Broker.bootstrapServers(broker).isEmpty());
            String bootstrapServers = Broker.bootstrapServers(broker);
            new ReviewLog(0).send(bootstrapServers, setting.records());
            double counting = millisUntilCounted(bootstrapServers, directory, setting.javaOptions());
            List<Double> afterCrashes = new ArrayList<>();
            for (int repeat = 1; repeat <= setting.repeats(); repeat++) {
                new ReviewLog(repeat).send(bootstrapServers, CAME_MEANWHILE);
                afterCrashes.add(millisUntilCounted(bootstrapServers, directory, setting.javaOptions()));
            }
            FileSystemUtils.deleteRecursively(directory.resolve(Contender.PRODUCT.label()));
            new ReviewLog(-1).send(bootstrapServers, CAME_MEANWHILE);
            double withoutState = millisUntilCounted(bootstrapServers, directory, setting.javaOptions());
            return List.of(
                    millis("after a crash", afterCrashes),
                    millis("without local state", List.of(withoutState)),
                    millis("counting all of it", List.of(counting)));
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static Measured millis(String name, List<Double> values) {
        return new Measured(name, Measured.MILLIS, values, Map.of());
    }

    /** From the start of the process, which is killed then. */
    private static double millisUntilCounted(String bootstrapServers, Path directory, List<String> options)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (CommittedOffsets offsets = new CommittedOffsets(bootstrapServers);
                StartedJvm counting = Contender.PRODUCT.start(bootstrapServers, directory, options)) {
            long end = offsets.end();
            while (offsets.of(Contender.PRODUCT.group()) < end) {
                if (!counting.isRunning() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new IOException("it does not count to the end:\n" + counting.output());
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            double millis = (System.nanoTime() - begin) / 1e6;
            counting.kill();
            return millis;
        }
    }
}
