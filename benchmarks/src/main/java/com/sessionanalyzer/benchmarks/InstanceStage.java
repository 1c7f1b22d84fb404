package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.intake.session.BulkFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sends contents to an instance of its own, one after the other. A repeat ends when all of its records are answered for:
 * committed by the broker. After each of them Kafka's own benchmark has its turn with the same broker.
 */
final class InstanceStage {

    private static final List<BulkFormat> FORMATS = List.of(BulkFormat.NDJSON, BulkFormat.TEXT);

    private final Starter starter;
    private final Sender sender;
    private final String name;
    private final Setting setting;
    private final long records;

    InstanceStage(Starter starter, Sender sender, String name, Setting setting) {
        this.starter = starter;
        this.sender = sender;
        this.name = name;
        this.setting = setting;
        this.records = setting.records();
    }

    List<Measured> run() throws IOException, InterruptedException {
        List<Measured> rates = new ArrayList<>();
        try (Instance instance = starter.start()) {
            for (BulkFormat format : FORMATS) {
                rates.addAll(rates(format, instance));
            }
        }
        return rates;
    }

    private List<Measured> rates(BulkFormat format, Instance instance) throws IOException, InterruptedException {
        ProducerPerf kafka = new ProducerPerf(instance.bootstrapServers(), format, records);
        List<Double> perSecond = new ArrayList<>();
        List<Double> kafkas = new ArrayList<>();
        Costs costs = new Costs(instance);
        for (int i = -setting.warmUps(); i < setting.repeats(); i++) {
            Path content = content(format, i);
            costs.resume();
            long began = System.nanoTime();
            sender.send(instance, format, content, records);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (i >= 0) {
                costs.pause();
                perSecond.add(records / seconds);
                kafkas.add(kafka.once());
            }
            Files.delete(content);
        }
        String row = (name + " " + format).toLowerCase(Locale.ROOT);
        Measured theirs = new Measured("kafka-producer-perf-test", kafkas, Map.of());
        Measured ours = new Measured(row, perSecond, costs.perMillion(records * setting.repeats()));
        return List.of(ours.comparedWith(theirs), theirs);
    }

    private Path content(BulkFormat format, int seed) throws IOException {
        Path file = Files.createTempFile("csa-bench", "." + format.name().toLowerCase(Locale.ROOT));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new Content(format, seed).write(records, out);
        }
        return file;
    }

    /** Starts what is measured. */
    @FunctionalInterface
    interface Starter {
        Instance start() throws IOException, InterruptedException;
    }

    /** Sends a content and waits until all of its records are committed. */
    @FunctionalInterface
    interface Sender {
        void send(Instance instance, BulkFormat format, Path content, long records)
                throws IOException, InterruptedException;
    }
}
