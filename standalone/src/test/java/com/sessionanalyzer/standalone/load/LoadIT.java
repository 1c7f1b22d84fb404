package com.sessionanalyzer.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.standalone.Commands;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.Instance;
import com.sessionanalyzer.testing.TestRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class LoadIT {

    /** A broker of its own: here positions in the topics of records are looked at. */
    private static final EmbeddedKafka KAFKA =
            TestRun.keep(directory -> EmbeddedKafka.start(directory.resolve("load"), 0));

    private static final Map<String, Object> CLUSTER = Map.of("bootstrap.servers", KAFKA.bootstrapServers());

    @TempDir
    Path directory;

    private final StringWriter said = new StringWriter();
    private String organization = "";
    private Path file = Path.of("");
    private byte[] content = {};

    @BeforeEach
    void write(TestInfo test) throws IOException {
        Topics topics = new Topics(CLUSTER, Duration.ofSeconds(20));
        topics.ensure(SessionTopics.all(3));
        topics.ensure(IntakeLogTopics.all(3));
        organization = "load-" + Integer.toHexString(test.getDisplayName().hashCode());
        content = Generated.content(BulkFormat.NDJSON, 5_000);
        file = Files.write(directory.resolve("records.ndjson"), content);
    }

    @Test
    void sendsEveryRecordOnceOverAllPartitions() {
        assertThat(load(file)).isZero();

        List<ConsumerRecord<byte[], byte[]>> messages = submissions();
        assertThat(value(messages)).isEqualTo(text(content));
        assertThat(messages.stream().map(ConsumerRecord::partition).collect(Collectors.toSet()))
                .isEqualTo(Set.of(0, 1, 2));
        assertThat(messages).allSatisfy(message -> {
            assertThat(header(message, "content-type")).isEqualTo("application/x-ndjson");
            assertThat(header(message, "delivery-name")).isEqualTo("records.ndjson");
        });
        assertThat(messages.stream().map(message -> header(message, "delivery")).distinct())
                .hasSize(1);
        assertThat(said.toString()).contains("5000 records of records.ndjson sent");
    }

    @Test
    void repeatsTheHeaderOfATable() throws IOException {
        Path table = Files.write(directory.resolve("records.csv"), Generated.content(BulkFormat.CSV, 3_000));

        assertThat(load(table)).isZero();

        assertThat(submissions())
                .hasSizeGreaterThan(1)
                .allSatisfy(message -> assertThat(new String(message.value(), StandardCharsets.UTF_8))
                        .startsWith("customer,region,sessions,"));
    }

    @Test
    void refusesATableWithoutAHeader() throws IOException {
        Path table = Files.writeString(directory.resolve("records.csv"), "acme.com,EU,3,MySQL,BQ\n");

        assertThat(load(table)).isEqualTo(1);

        assertThat(said.toString()).contains("records.csv cannot be loaded: ");
        assertThat(submissions()).isEmpty();
    }

    @Test
    void saysThatItIsAlreadyLoadedWhereverTheFileIsAndHoweverPacked() throws IOException {
        load(file);
        Path moved = Files.createDirectory(directory.resolve("elsewhere")).resolve("records.ndjson");

        assertThat(load(Files.write(moved, packed(content)))).isZero();

        assertThat(said.toString()).contains("records.ndjson is already loaded: 5000 records.");
        assertThat(value(submissions())).isEqualTo(text(content));
    }

    @Test
    void goesOnWhereAContentBrokeOff() throws IOException {
        byte[] packed = packed(content);
        Path broken = directory.resolve("records.ndjson.gz");
        Files.write(broken, Arrays.copyOf(packed, packed.length / 2));
        assertThat(load(broken, "--name", "x")).isEqualTo(1);
        assertThat(said.toString()).contains("Reading records.ndjson.gz failed: ");
        assertThat(value(submissions())).isNotEmpty().isNotEqualTo(text(content));

        assertThat(load(file, "--name", "x")).isZero();

        assertThat(value(submissions())).isEqualTo(text(content));
    }

    @Test
    void goesOnWithWhatAFileHasGrownBy() throws IOException {
        load(file);
        Files.writeString(file, "{\"customer\":\"new\"}\n", StandardOpenOption.APPEND);

        assertThat(load(file)).isZero();

        assertThat(said.toString()).contains("5000 records of records.ndjson were sent before.", "1 records of");
        assertThat(value(submissions())).isEqualTo(Files.readString(file));
    }

    @Test
    void refusesARecordThatHasGrown() throws IOException {
        Path unfinished = Files.writeString(directory.resolve("a.ndjson"), "{\"customer\":\"a\"}\n{\"cust");
        load(unfinished);
        Files.writeString(unfinished, "omer\":\"b\"}\n", StandardOpenOption.APPEND);

        assertThat(load(unfinished)).isEqualTo(1);

        assertThat(said.toString()).contains("The last record of a.ndjson has grown since it was loaded.");
    }

    @Test
    void refusesWhatIsNotTheSameAnyMoreUnlessItIsToBeginAnew() throws IOException {
        load(file);
        content[content.length - 3] ^= 1;
        Files.write(file, content);

        assertThat(load(file)).isEqualTo(1);
        assertThat(said.toString()).contains("were loaded before, and they are not the same any more");
        assertThat(load(file, "--restart")).isZero();
        assertThat(load(file)).isZero();

        assertThat(said.toString()).contains("is already loaded");
        assertThat(submissions().stream()
                        .map(message -> header(message, "delivery"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void keepsContentsOfOneNameApart() throws IOException {
        load(file);
        Path other = Files.createDirectory(directory.resolve("other")).resolve("records.ndjson");
        Files.writeString(other, "{\"customer\":\"other\"}\n");

        assertThat(load(other)).isZero();
        assertThat(load(file)).isZero();

        assertThat(said.toString()).contains("records.ndjson is already loaded: 5000 records.");
        assertThat(submissions().stream()
                        .map(message -> header(message, "delivery"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void saysWhatBecameOfEachRecord() {
        load(file);
        OrganizationId owner = new OrganizationId(organization);
        LoadName name = new LoadName(owner, "records.ndjson");
        settle(new DeliveryKey(owner, "session", DeliveryKind.IMPORT, name.id(0), "0"), 2_000, 1_990, 7);
        settle(new DeliveryKey(owner, "session", DeliveryKind.IMPORT, name.id(0), "2"), 3_000, 3_000, 0);

        assertThat(run(file.toString())).isZero();

        assertThat(said.toString())
                .contains("5000 records settled: 4990 recorded, 3 replayed, 7 rejected.")
                .contains("7 region:required")
                .contains("/rejects?delivery=" + name.id(0));
    }

    @Test
    void loadsNothingTwiceWhenKafkaHasForgottenHowFarItCame() throws Exception {
        load(file);
        OrganizationId owner = new OrganizationId(organization);
        LoadName name = new LoadName(owner, "records.ndjson");
        settle(new DeliveryKey(owner, "session", DeliveryKind.IMPORT, name.id(0), "0"), 5_000, 5_000, 0);
        try (Admin admin = Admin.create(CLUSTER)) {
            admin.deleteConsumerGroups(List.of(name.group(0))).all().get();
        }

        assertThat(load(file)).isEqualTo(1);
        assertThat(said.toString()).contains("Kafka has forgotten what. Nothing was sent; --restart loads all of it");
        assertThat(load(file, "--restart")).isZero();
        assertThat(load(file)).isZero();

        assertThat(said.toString()).contains("records.ndjson is already loaded: 5000 records.");
        assertThat(submissions().stream()
                        .map(message -> header(message, "delivery"))
                        .distinct())
                .containsExactlyInAnyOrder(name.id(0).toString(), name.id(1).toString());
    }

    @Test
    void saysInOneSentenceThatThereIsNoSuchFile() {
        assertThat(load(directory.resolve("none"))).isEqualTo(1);

        assertThat(said.toString()).contains("There is no file " + directory.resolve("none") + " that can be read.");
    }

    @Test
    void saysInOneSentenceThatKafkaDoesNotAnswer() throws IOException {
        int status = line(
                "load", "--bootstrap-servers", "127.0.0.1:1", "--patience", "1", "--kafka-config", hasty(), "" + file);

        assertThat(status).isEqualTo(1);
        assertThat(said.toString().lines())
                .containsExactly(
                        "Kafka at 127.0.0.1:1 does not answer, and records.ndjson is not sent to its end."
                                + " Trying again for 1 s.",
                        "Kafka at 127.0.0.1:1 does not answer, and records.ndjson is not sent to its end."
                                + " What was committed stays; run the same command again to go on.");
    }

    @Test
    void goesOnWhereTheInstanceIsByNow() throws IOException {
        publish("127.0.0.1:1");
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> line(
                "load",
                "--data",
                "" + directory,
                "--patience",
                "60",
                "--kafka-config",
                hasty(),
                "--no-wait",
                "" + file));
        await().until(() -> said.toString().contains("127.0.0.1:1 does not answer"));

        publish(KAFKA.bootstrapServers());

        assertThat(status).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(0);
        assertThat(said.toString()).contains("5000 records of records.ndjson sent");
        assertThat(value(submissions())).isEqualTo(text(content));
    }

    /** An instance with this Kafka, which this process is. */
    private void publish(String bootstrapServers) {
        new Instance(
                        "http://127.0.0.1:1",
                        bootstrapServers,
                        "",
                        "",
                        "",
                        organization,
                        ProcessHandle.current().pid())
                .publish(new DataDirectory(directory));
    }

    /** Properties of clients that give up soon. */
    private String hasty() {
        try {
            return Files.writeString(
                            directory.resolve("hasty.properties"),
                            "default.api.timeout.ms=1000\nrequest.timeout.ms=1000\nmax.block.ms=1000\n")
                    .toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int line(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        return Commands.line().setOut(writer).setErr(writer).execute(arguments);
    }

    private int load(Path loaded, String... options) {
        return run(Stream.concat(Stream.of(loaded.toString(), "--no-wait"), Stream.of(options))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of(
                                "load",
                                "--bootstrap-servers",
                                KAFKA.bootstrapServers(),
                                "--organization",
                                organization),
                        Stream.of(arguments))
                .toArray(String[]::new);
        return line(all);
    }

    private List<ConsumerRecord<byte[], byte[]>> submissions() {
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(0, 1, 2)
                    .map(partition -> new TopicPartition(SessionTopics.SUBMISSIONS, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
        }
        return messages.stream()
                .filter(message -> header(message, "organization").equals(organization))
                .sorted(Comparator.comparingLong(message -> Long.parseLong(header(message, "line"))))
                .toList();
    }

    private static void settle(DeliveryKey key, long received, long recorded, long rejected) {
        Delivery delivery = new Delivery(
                "records.ndjson",
                "stream",
                "application/x-ndjson",
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                DeliveryState.RUNNING,
                -1,
                0,
                0,
                "",
                received,
                recorded,
                rejected,
                rejected == 0 ? Map.of() : Map.of("region:required", rejected),
                Position.BEGINNING);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(CLUSTER, new ByteArraySerializer(), new ByteArraySerializer())) {
            assertThat(producer.send(new ProducerRecord<>(IntakeLogTopics.DELIVERIES, key.encode(), delivery.encode())))
                    .succeedsWithin(Duration.ofMinutes(1));
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String key) {
        return new String(message.headers().lastHeader(key).value(), StandardCharsets.UTF_8);
    }

    private static String value(List<ConsumerRecord<byte[], byte[]>> messages) {
        return messages.stream().map(message -> text(message.value())).collect(Collectors.joining());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
