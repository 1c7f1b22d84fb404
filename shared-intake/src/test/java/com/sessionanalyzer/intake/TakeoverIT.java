package com.sessionanalyzer.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.testing.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Processes that write under the same name to a real broker. */
class TakeoverIT {

    private static final OrganizationId ACME = new OrganizationId("takeover");
    private static final String TOPIC = "takeover-records";

    private final String instance;

    @TempDir
    private Path directory;

    TakeoverIT(TestInfo test) {
        this.instance = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void countsEveryRecordWhileBothWrite() {
        try (ConfigurableApplicationContext earlier = process("earlier")) {
            commit(earlier);
            CompletableFuture<Void> refused = CompletableFuture.runAsync(() -> commitWhileItMay(earlier));

            try (ConfigurableApplicationContext later = process("later")) {
                await().until(() -> {
                    commitOrFail(later);
                    return refused.isDone();
                });
                commit(later);

                assertThat(refused).isCompleted();
                assertThat(intake(earlier).refusal()).contains("csa.intake.instance=" + instance);
                assertThat(intake(later).refusal()).isEmpty();
                assertThat(counted(later)).isEqualTo(written(later));
            }
        }
    }

    @Test
    void stopsTheEarlierOneEvenIfItIsTheFirstToWriteAgain() {
        try (ConfigurableApplicationContext earlier = process("earlier")) {
            commit(earlier);
            Set<String> before = signatures(earlier);
            try (ConfigurableApplicationContext later = process("later")) {
                await().until(() -> !signatures(later).equals(before));

                assertThatThrownBy(() -> commit(earlier)).isInstanceOf(LogUnavailableException.class);

                await().until(() -> !intake(earlier).refusal().isEmpty());
                commit(later);
                assertThat(counted(later)).isEqualTo(written(later)).isEqualTo(2);
            }
        }
    }

    @Test
    void goesOnWhenItWasFencedAndNobodyTookOver() {
        try (ConfigurableApplicationContext process = process("only")) {
            commit(process);
            fence();

            assertThatThrownBy(() -> commit(process)).isInstanceOf(LogUnavailableException.class);
            await().until(() -> commitOrFail(process));

            assertThat(intake(process).refusal()).isEmpty();
            assertThat(counted(process)).isEqualTo(written(process)).isEqualTo(2);
        }
    }

    private ConfigurableApplicationContext process(String name) {
        return new SpringApplicationBuilder(IntakeAlone.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--csa.intake.instance=" + instance,
                        "--csa.intake.bulk-writers=1",
                        "--csa.intake.state-dir=" + directory.resolve(name));
    }

    private static Intake intake(ConfigurableApplicationContext process) {
        return process.getBean(Intake.class);
    }

    private void commit(ConfigurableApplicationContext process) {
        byte[] key = instance.getBytes(UTF_8);
        intake(process)
                .commit(Batch.of(ACME, "session")
                        .received("api", 1)
                        .entry("api", Fate.RECORDED, new ProducerRecord<>(TOPIC, key, key))
                        .build());
    }

    private boolean commitOrFail(ConfigurableApplicationContext process) {
        try {
            commit(process);
            return true;
        } catch (LogUnavailableException fenced) {
            return false;
        }
    }

    private void commitWhileItMay(ConfigurableApplicationContext process) {
        while (intake(process).refusal().isEmpty()) {
            commitOrFail(process);
        }
    }

    /** Takes the name of the writer, and leaves it. */
    private void fence() {
        try (Producer<byte[], byte[]> other = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestKafka.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "csa-" + instance + "-posts"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            other.initTransactions();
        }
    }

    private long counted(ConfigurableApplicationContext process) {
        return history(process).totals().entrySet().stream()
                .filter(total -> isOurs(total.getKey().writer()))
                .mapToLong(total -> total.getValue().recorded())
                .sum();
    }

    private Set<String> signatures(ConfigurableApplicationContext process) {
        Map<String, String> signatures = history(process).signatures();
        return new HashSet<>(signatures.entrySet().stream()
                .filter(signature -> isOurs(signature.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    private boolean isOurs(String writer) {
        return writer.startsWith("csa-" + instance + "-");
    }

    private static WrittenTotals history(ConfigurableApplicationContext process) {
        return new CountHistory(process.getBean(LogReaders.class)).read();
    }

    /** Records of this test in the log. */
    private long written(ConfigurableApplicationContext process) {
        LogReaders readers = process.getBean(LogReaders.class);
        List<TopicPartition> partitions = List.of(new TopicPartition(TOPIC, 0));
        Map<TopicPartition, Long> ends = readers.ends(partitions);
        long written = 0;
        try (Consumer<byte[], byte[]> consumer = readers.consumer(IsolationLevel.READ_COMMITTED)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (consumer.position(partitions.get(0)) < ends.getOrDefault(partitions.get(0), 0L)) {
                for (var message : consumer.poll(Duration.ofMillis(100))) {
                    written += new String(message.key(), UTF_8).equals(instance) ? 1 : 0;
                }
            }
        }
        return written;
    }

    /** The way to the log without a service around it. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(KafkaAutoConfiguration.class)
    @Import(IntakeConfiguration.class)
    static class IntakeAlone {

        @Bean
        IntakeTopics topics() {
            return new IntakeTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)));
        }
    }
}
