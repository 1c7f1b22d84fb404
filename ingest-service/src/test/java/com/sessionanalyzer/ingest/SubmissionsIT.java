package com.sessionanalyzer.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.intake.Deliveries;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.StoredDelivery;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.session.Violation;
import com.sessionanalyzer.testing.Submissions;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class SubmissionsIT {

    private static final String ORGANIZATION = "stream-it";
    private static final String REST = "\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";
    private static final String CSV_HEADER = "customer;region;sessions;source;destination\n";

    @TempDir
    private static Path directory;

    private static EmbeddedKafka broker;
    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        broker = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        ingest = running();
    }

    @AfterAll
    static void stop() {
        ingest.close();
        broker.close();
    }

    @Test
    void recordsEveryFormat() {
        send(Map.of(), "Customer: text.one" + REST + "Customer: text.two" + REST);
        send(Map.of("content-type", "application/x-ndjson"), json("json.one") + "\n" + json("json.two"));
        send(Map.of("content-type", "text/csv; charset=utf-8"), CSV_HEADER + "csv.one;EU;3;MySQL;BQ\n");
        send(
                Map.of("content-encoding", "gzip", "organization", ORGANIZATION),
                packed(("Customer: packed" + REST).getBytes(UTF_8)));

        recordedEventually("text.one", "text.two", "json.one", "json.two", "csv.one", "packed");
    }

    @Test
    void derivesIdsThatSortLikeTheMessage() {
        send(Map.of(), "Customer: sorted.1" + REST + "Customer: sorted.2" + REST + "Customer: sorted.3" + REST);

        recordedEventually("sorted.1", "sorted.2", "sorted.3");
        assertThat(Stream.of("sorted.1", "sorted.2", "sorted.3")
                        .map(customer -> session(customer).id().toString()))
                .isSorted();
        assertThat(session("sorted.2").id().version()).isEqualTo(8);
        assertThat(session("sorted.2").origin().channel()).isEqualTo(Channel.STREAM);
        assertThat(session("sorted.2").origin().line()).isEqualTo(6);
    }

    @Test
    void rejectsWhatCannotBeReadAndGoesOn() {
        send(Map.of("content-type", "image/png"), "poison-type");
        send(Map.of("organization", "somebody-else"), "poison-organization");
        send(Map.of("content-encoding", "gzip"), "poison-gzip");
        send(Map.of("content-encoding", "gzip"), packed(new byte[40 << 20]));
        send(Map.of("content-type", "text/csv"), "poison;header\n1;2\n");
        send(Map.of("delivery", "poison-delivery"), "poison-uuid");
        send(Map.of(), "Customer: after.poison" + REST);

        recordedEventually("after.poison");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rules())
                        .contains(
                                "unknown-content-type",
                                "unknown-organization",
                                "broken-encoding",
                                "too-large",
                                "malformed-header"));
        assertThat(rejections()).extracting(SessionRejection::text).contains("poison-type", "poison-gzip");
        assertThat(rejections())
                .filteredOn(rejection -> rejection.text().startsWith("poison;header"))
                .hasSize(1);
    }

    @Test
    void addsTheMessagesOfALoadUp() {
        UUID load = RecordIds.named("load");
        String id = load.toString();
        send(Map.of("delivery", id, "delivery-name", "old.txt", "line", "1"), "Customer: load.1" + REST);
        send(
                Map.of("delivery", id, "delivery-name", "old.txt", "line", "6", "delivery-end", "true"),
                "Customer: load.2" + REST + "Customer: load.3\n");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(loads())
                        .filteredOn(stored -> stored.key().id().equals(load))
                        .extracting(StoredDelivery::delivery)
                        .singleElement()
                        .satisfies(delivery -> assertThat(delivery.received()).isEqualTo(3)));
        Delivery delivery = loads().stream()
                .filter(stored -> stored.key().id().equals(load))
                .findFirst()
                .orElseThrow()
                .delivery();
        assertThat(delivery.name()).isEqualTo("old.txt");
        assertThat(delivery.recorded()).isEqualTo(2);
        assertThat(delivery.rejected()).isEqualTo(1);
        assertThat(delivery.lines()).isEqualTo(11);
        assertThat(delivery.state()).isEqualTo(DeliveryState.COMPLETE);
        assertThat(delivery.reasons()).containsEntry("region:required", 1L);
        assertThat(session("load.2").origin().delivery()).isEqualTo(load);
        assertThat(session("load.2").origin().line()).isEqualTo(6);
        assertThat(rejections())
                .filteredOn(rejection -> load.equals(rejection.origin().delivery()))
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.origin().line()).isEqualTo(11))
                .satisfies(rejection -> assertThat(rejection.violations())
                        .extracting(Violation::line)
                        .containsOnly(11));
    }

    @Test
    void takesAMessageOfALoadThatIsWrittenTwiceForTwoMessages() {
        Map<String, String> headers = Map.of(
                "delivery", RecordIds.named("twice").toString(), "line", "1", "record", "0", "delivery-end", "true");
        String content = "Customer: twice" + REST + "Customer: twice.rejected\n";
        IntakeCount before = ingest.counts("stream");

        send(headers, content);
        send(headers, content);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(new HashSet<>(keys("twice"))).hasSize(2));
        IntakeCount after = ingest.counts("stream");
        assertThat(after.received() - before.received()).isEqualTo(4);
        assertThat(after.recorded() - before.recorded()).isEqualTo(2);
        assertThat(after.rejected() - before.rejected()).isEqualTo(2);
        assertThat(after.replayed()).isEqualTo(before.replayed());
    }

    @Test
    void bringsNoErasedIdBackWhenAMessageIsWrittenAgain() {
        Map<String, String> headers =
                Map.of("delivery", RecordIds.named("erased").toString(), "line", "1", "record", "0");
        String content = "Customer: erased" + REST;
        send(headers, content);
        recordedEventually("erased");
        SessionRecordKey erased = keys("erased").get(0);
        Submissions.erase(broker.bootstrapServers(), SessionTopics.RECORDS, erased.encode());

        send(headers, content);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(new HashSet<>(keys("erased"))).hasSize(2));
        assertThat(ingest.records().stream()
                        .filter(message ->
                                SessionRecordKey.decode(message.key()).equals(erased))
                        .map(ConsumerRecord::value)
                        .map(value -> value == null ? "erased" : "recorded"))
                .containsExactly("recorded", "erased");
    }

    @Test
    void recordsWhatTheJavaSampleSends() throws Exception {
        Path samples = Path.of("..", "samples", "streams");
        String classPath = Stream.of(KafkaProducer.class, LoggerFactory.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator));
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        samples.resolve("SendRecords.java").toString(),
                        broker.bootstrapServers(),
                        samples.resolve("sessions.csv").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), UTF_8);

        assertThat(java.waitFor()).as(output).isZero();
        recordedEventually("mediconas.cz", "acme, inc");
        assertThat(session("acme, inc").observation()).isEqualTo("Asked twice,\nand in the chat.");
    }

    @Test
    void recordsNothingTwiceWhenOffsetsAreReset() throws Exception {
        send(Map.of(), "Customer: reset.before" + REST + "Customer: reset.rejected\n");
        recordedEventually("reset.before");
        ingest.close();
        IntakeCount before;
        try (RunningIngest idle =
                new RunningIngest(broker.bootstrapServers(), ORGANIZATION, directory.resolve("state"))) {
            before = idle.counts("stream");
        }
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(admin.deleteConsumerGroups(Set.of("csa-submissions"))
                                    .all()
                                    .get())
                            .isNull());
        }

        ingest = running();
        send(Map.of(), "Customer: reset.after" + REST);

        recordedEventually("reset.after");
        assertThat(ingest.customers()).containsOnlyOnce("reset.before");
        assertThat(ingest.counts("stream").recorded()).isEqualTo(before.recorded() + 1);
        assertThat(ingest.counts("stream").rejected()).isEqualTo(before.rejected());
        assertThat(ingest.counts("stream").received()).isEqualTo(before.received() + 1);
    }

    private static RunningIngest running() {
        return new RunningIngest(
                broker.bootstrapServers(), ORGANIZATION, directory.resolve("state"), "--csa.submissions.enabled=true");
    }

    private static void send(Map<String, String> headers, String value) {
        send(headers, value.getBytes(UTF_8));
    }

    private static void send(Map<String, String> headers, byte[] value) {
        Submissions.send(broker.bootstrapServers(), SessionTopics.SUBMISSIONS, headers, value);
    }

    private static String json(String customer) {
        return "{\"customer\":\"" + customer
                + "\",\"region\":\"EU\",\"sessions\":3,\"source\":\"MySQL\",\"destination\":\"BQ\"}";
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }

    private static void recordedEventually(String... customers) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ingest.customers()).containsOnlyOnce(customers));
    }

    private static SessionRecord session(String customer) {
        return ingest.records().stream()
                .filter(message ->
                        SessionRecordKey.decode(message.key()).customerKey().equals(customer))
                .map(message -> SessionRecordCodec.decode(message.value()))
                .findFirst()
                .orElseThrow();
    }

    private static List<SessionRecordKey> keys(String customer) {
        return ingest.records().stream()
                .map(message -> SessionRecordKey.decode(message.key()))
                .filter(key -> key.customerKey().equals(customer))
                .toList();
    }

    private static List<SessionRejection> rejections() {
        return ingest.rejections().stream()
                .map(message -> SessionRejectionCodec.decode(message.value()))
                .toList();
    }

    private static Set<String> rules() {
        return rejections().stream()
                .flatMap(rejection -> rejection.violations().stream())
                .map(Violation::rule)
                .collect(Collectors.toSet());
    }

    private static List<StoredDelivery> loads() {
        return ingest.bean(Deliveries.class).imports(new OrganizationId(ORGANIZATION), SessionTopics.DOMAIN, 100);
    }
}
