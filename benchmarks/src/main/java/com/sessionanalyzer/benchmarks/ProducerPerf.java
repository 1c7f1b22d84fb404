package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.intake.session.BulkFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Kafka's own benchmark of a producer, with the same records, on the same broker: the most that could be hoped for. */
final class ProducerPerf {

    private static final int PARTITIONS = 6;
    private static final long DISTINCT_RECORDS = 100_000;
    private static final Pattern SUMMARY = Pattern.compile("records sent, ([0-9.]+) records/sec");

    private final String bootstrapServers;
    private final BulkFormat format;
    private final long records;
    private final String topic;
    private boolean isPrepared;

    ProducerPerf(String bootstrapServers, BulkFormat format, long records) {
        this.bootstrapServers = bootstrapServers;
        this.format = format;
        this.records = records;
        this.topic = "benchmark-" + format.name().toLowerCase(Locale.ROOT);
    }

    /** Sends the records once more; how many a second. */
    double once() throws IOException, InterruptedException {
        if (!isPrepared) {
            createTopic();
            isPrepared = true;
        }
        Path payload = Files.createTempFile("csa-bench", ".payload");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(payload))) {
            new Content(format, 1).write(Math.min(records, DISTINCT_RECORDS), out);
        }
        try {
            return perSecond(payload);
        } finally {
            Files.delete(payload);
        }
    }

    private void createTopic() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the topic of the benchmark cannot be created", failed);
        }
    }

    private double perSecond(Path payload) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.kafka.tools.ProducerPerformance",
                "--topic",
                topic,
                "--num-records",
                Long.toString(records),
                "--throughput",
                "-1",
                "--payload-file",
                payload.toString(),
                "--producer-props"));
        command.addAll(List.of(
                "bootstrap.servers=" + bootstrapServers,
                "acks=all",
                "compression.type=lz4",
                "linger.ms=10",
                "batch.size=131072"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher summary = SUMMARY.matcher(output);
        double rate = Double.NaN;
        while (summary.find()) {
            rate = Double.parseDouble(summary.group(1));
        }
        if (process.waitFor() != 0 || Double.isNaN(rate)) {
            throw new IOException("Kafka's benchmark failed: " + output);
        }
        return rate;
    }
}
