package com.sessionanalyzer.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashedKafkaIT {

    private static final int WORDS = 60;
    private static final Duration ENDED = Duration.ofSeconds(20);
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, CrashingKafka.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(CrashingKafka.TOPIC, partition))
            .toList();

    @TempDir
    Path directory;

    @Test
    void endsEveryTransactionThatWasBeingCommittedWhenItCrashed() throws IOException, InterruptedException {
        Map<String, Integer> answered = crash();

        try (EmbeddedKafka restarted = EmbeddedKafka.start(directory, 0);
                KafkaConsumer<String, String> consumer = consumer(restarted, IsolationLevel.READ_COMMITTED);
                KafkaConsumer<String, String> impatient = consumer(restarted, IsolationLevel.READ_UNCOMMITTED)) {
            // Those that nobody asked to commit end with their timeout only, unless their producers come back.
            answered.keySet().forEach(client -> CrashingKafka.comeBack(restarted.bootstrapServers(), client));

            await().atMost(ENDED)
                    .untilAsserted(() ->
                            assertThat(consumer.endOffsets(PARTITIONS)).isEqualTo(impatient.endOffsets(PARTITIONS)));
            assertThat(newest(consumer))
                    .allSatisfy((client, transaction) ->
                            assertThat(transaction).isGreaterThanOrEqualTo(answered.get(client)));
        }
    }

    /** The last transaction of each client of which it had an answer before the process was killed, as far as it said so. */
    private Map<String, Integer> crash() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingKafka.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Integer> answered = new HashMap<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            int words = 0;
            while (words < WORDS || answered.size() < CrashingKafka.CLIENTS) {
                String line = output.readLine();
                if (line.startsWith("client-")) {
                    words++;
                    String[] parts = line.split(" ", 2);
                    answered.put(parts[0], Integer.valueOf(parts[1]));
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(answered).hasSize(CrashingKafka.CLIENTS);
        return answered;
    }

    private static Map<String, Integer> newest(KafkaConsumer<String, String> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(PARTITIONS);
        Map<String, Integer> newest = new HashMap<>();
        consumer.assign(PARTITIONS);
        consumer.seekToBeginning(PARTITIONS);
        await().until(() -> {
            consumer.poll(Duration.ofMillis(100))
                    .forEach(record -> newest.merge(record.key(), Integer.valueOf(record.value()), Math::max));
            return isRead(consumer, ends);
        });
        return newest;
    }

    private static boolean isRead(KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static KafkaConsumer<String, String> consumer(EmbeddedKafka kafka, IsolationLevel isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "isolation.level", isolation.toString(),
                        "enable.auto.commit", false),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
