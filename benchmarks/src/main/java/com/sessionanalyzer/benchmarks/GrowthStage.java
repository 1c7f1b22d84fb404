package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.intake.session.BulkFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * What a record costs the whole product while one instance fills up: file after file, each until it is counted and stored, and for
 * each what its records took of the cores. Flat, when the costs grow as the records do.
 */
final class GrowthStage implements Stage {

    private static final long[] SIZES = {100_000, 300_000, 1_000_000, 3_000_000, 10_000_000};
    private static final long WARM_UP = 100_000;
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final long PATIENCE_NANOS = TimeUnit.HOURS.toNanos(2);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS = 1e6;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String description() {
        return "files of growing size into one ./csa start, and what each record of them takes of the cores";
    }

    /** In the end, but for those that warm it up. */
    @Override
    public long usualRecords() {
        return 10_000_000;
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        List<Measured> measured = new ArrayList<>();
        try (StartedCsa instance = StartedCsa.start(setting.csa())) {
            Filling filling = new Filling(setting, instance, new Counted(instance.url()));
            long before = 0;
            for (int warmUp = 0; warmUp < setting.warmUps(); warmUp++) {
                before += WARM_UP;
                filling.to(before);
            }
            long warmedUp = before;
            for (long size : sizes(setting.records())) {
                measured.add(filling.to(warmedUp + size));
            }
        }
        return measured;
    }

    private static long[] sizes(long records) {
        return LongStream.concat(LongStream.of(SIZES).filter(size -> size < records), LongStream.of(records))
                .toArray();
    }

    /** An instance that becomes full. */
    private static final class Filling {

        private final Setting setting;
        private final StartedCsa instance;
        private final Counted counted;
        private long records;

        private Filling(Setting setting, StartedCsa instance, Counted counted) {
            this.setting = setting;
            this.instance = instance;
            this.counted = counted;
        }

        /** Adds records until there are so many. */
        private Measured to(long size) throws IOException, InterruptedException {
            long added = size - records;
            Path content = Files.createTempFile("csa-bench", ".ndjson");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(content))) {
                    new Content(BulkFormat.NDJSON, size).write(added, out);
                }
                Map<String, Double> before = instance.cpuSeconds();
                long began = System.nanoTime();
                new CsaLoad(setting.csa()).send(instance, BulkFormat.NDJSON, content, added);
                await(size, began);
                double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
                records = size;
                return measured(added, seconds, before);
            } finally {
                Files.delete(content);
            }
        }

        private void await(long size, long began) throws IOException, InterruptedException {
            while (counted.inInsights() != size || counted.rows() != size) {
                if (System.nanoTime() - began > PATIENCE_NANOS) {
                    throw new IOException("not all is counted and stored in time");
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            }
        }

        private Measured measured(long added, double seconds, Map<String, Double> before) throws IOException {
            Map<String, Object> costs = new LinkedHashMap<>();
            costs.put("added", added);
            costs.put("perSecond", Math.round(added / seconds));
            double micros = 0;
            for (Map.Entry<String, Double> process : instance.cpuSeconds().entrySet()) {
                double took = (process.getValue() - before.getOrDefault(process.getKey(), 0.0)) / added * MICROS;
                costs.put(process.getKey() + "Micros", Math.round(took * 10) / 10.0);
                micros += took;
            }
            costs.put("peakMegabytes", instance.peakMegabytes());
            return new Measured("a record, up to " + records, "µs of a core", List.of(micros), costs);
        }
    }
}
