package com.sessionanalyzer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product, loaded with files whose totals are known. */
class GenerateAndLoadIT {

    private static final Duration START = Duration.ofMinutes(5);
    private static final int SOME_REJECTED = 3;

    /** One instance for all, with files of different names. */
    @TempDir
    private static Path directory;

    private static RunningCsa csa;

    @BeforeAll
    static void start() throws IOException {
        csa = RunningCsa.run(directory, "start", "--port", "" + RunningCsa.freePort(), "--data", "data");
        await().atMost(START).until(() -> !csa.isRunning() || csa.output().contains("is ready"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        csa.interrupt();
        csa.waitForEnd();
    }

    @Test
    void loadsExactlyWhatWasGenerated() throws IOException, InterruptedException {
        String said = generate("records.csv", "--records", "3000", "--format", "csv");

        RunningCsa load = RunningCsa.run(directory, "load", "records.csv");

        assertThat(load.waitForEnd()).as(load.output()).isEqualTo(SOME_REJECTED);
        assertThat(load.output()).contains(rejections(said)).contains("3000 records settled: " + recorded(said));
        assertThat(verify()).contains("All equal.");
    }

    @Test
    void goesOnAfterItWasKilledAndLoadsEachRecordOnce() throws IOException, InterruptedException {
        String said = generate("records.ndjson", "--records", "20000", "--format", "ndjson");
        byte[] content = Files.readAllBytes(directory.resolve("records.ndjson"));
        long before = submissions();
        RunningCsa killed = RunningCsa.run(directory, "load", "-", "--name", "records.ndjson");
        killed.write(Arrays.copyOf(content, content.length * 2 / 3));
        await().atMost(START).until(() -> !killed.isRunning() || submissions() > before);
        killed.kill();

        RunningCsa again = RunningCsa.run(directory, "load", "records.ndjson");

        assertThat(again.waitForEnd()).as(again.output()).isEqualTo(SOME_REJECTED);
        assertThat(again.output()).contains(" records of records.ndjson were sent before.");
        assertThat(again.output()).contains(rejections(said)).contains("20000 records settled: " + recorded(said));
        assertThat(verify()).contains("All equal.");
    }

    /** Where the topic ends. */
    private static long submissions() {
        Instance instance =
                Instance.find(new DataDirectory(directory.resolve("data"))).orElseThrow();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", instance.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(SessionTopics.SUBMISSIONS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private String generate(String file, String... options) throws IOException, InterruptedException {
        String[] all = new String[options.length + 5];
        List.of("generate", "--output", file, "--bad", "0.1").toArray(all);
        System.arraycopy(options, 0, all, 5, options.length);
        RunningCsa generate = RunningCsa.run(directory, all);
        assertThat(generate.waitForEnd()).as(generate.output()).isZero();
        return generate.output();
    }

    /** As in {@code 2700 recorded, 0 replayed, 300 rejected.} */
    private static String recorded(String said) {
        String counts = said.lines().findFirst().orElseThrow();
        return counts.replaceFirst(
                "^\\d+ records: (\\d+) to be recorded, (\\d+) to be rejected\\.$",
                "$1 recorded, 0 replayed, $2 rejected.");
    }

    private static List<String> rejections(String said) {
        return said.lines().skip(2).toList();
    }

    private String verify() {
        return Commands.verify(0, "--data", directory.resolve("data").toString());
    }
}
