package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.intake.session.BulkFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file, loaded into an empty instance of the whole product, until it is counted and stored; each repeat has a new one. */
final class FileStage implements Stage {

    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final long PATIENCE_NANOS = TimeUnit.HOURS.toNanos(2);

    @Override
    public String name() {
        return "file";
    }

    @Override
    public String description() {
        return "csa load into ./csa start, until all records are recorded, counted in the insights, and rows";
    }

    @Override
    public long usualRecords() {
        return 10_000_000;
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        Progress progress = new Progress();
        Path content = Files.createTempFile("csa-bench", ".ndjson");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(content))) {
                new Content(BulkFormat.NDJSON, 7).write(setting.records(), out);
            }
            for (int i = 0; i < setting.repeats(); i++) {
                try (StartedCsa instance = StartedCsa.start(setting.csa())) {
                    load(setting, instance, content, progress);
                }
            }
        } finally {
            Files.delete(content);
        }
        return progress.measured();
    }

    private static void load(Setting setting, StartedCsa instance, Path content, Progress progress)
            throws IOException, InterruptedException {
        Counted counted = new Counted(instance.url());
        Costs costs = new Costs(instance);
        costs.resume();
        long began = System.nanoTime();
        new CsaLoad(setting.csa()).send(instance, BulkFormat.NDJSON, content, setting.records());
        progress.recorded(seconds(began));
        boolean isCounted = false;
        boolean isStored = false;
        while (!isCounted || !isStored) {
            if (!isCounted && counted.inInsights() == setting.records()) {
                progress.counted(seconds(began));
                isCounted = true;
            }
            if (!isStored && counted.rows() == setting.records()) {
                progress.stored(seconds(began));
                isStored = true;
            }
            if (System.nanoTime() - began > PATIENCE_NANOS) {
                throw new IOException("not all is counted and stored in time");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        costs.pause();
        progress.costs(costs.perMillion(setting.records()));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
