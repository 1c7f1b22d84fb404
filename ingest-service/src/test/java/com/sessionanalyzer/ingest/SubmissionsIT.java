package com.sessionanalyzer.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.StoredDelivery;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.session.Violation;
import com.sessionanalyzer.testing.Submissions;
import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class SubmissionsIT {

    private static final String REST = "\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";
    private static final String CSV_HEADER = "customer;region;sessions;source;destination\n";

    @TempDir
    private static Path directory;

    private static ReadSubmissions submissions;

    @BeforeAll
    static void start() {
        submissions = new ReadSubmissions(directory);
    }

    @AfterAll
    static void stop() {
        submissions.close();
    }

    @Test
    void recordsEveryFormat() {
        submissions.send(Map.of(), "Customer: text.one" + REST + "Customer: text.two" + REST);
        submissions.send(
                Map.of("content-type", "application/x-ndjson"),
                ReadSubmissions.json("json.one") + "\n" + ReadSubmissions.json("json.two"));
        submissions.send(Map.of("content-type", "text/csv; charset=utf-8"), CSV_HEADER + "csv.one;EU;3;MySQL;BQ\n");
        submissions.send(
                Map.of("content-encoding", "gzip", "organization", "stream-it"),
                ReadSubmissions.packed(("Customer: packed" + REST).getBytes(UTF_8)));

        submissions.recordedEventually("text.one", "text.two", "json.one", "json.two", "csv.one", "packed");
    }

    @Test
    void derivesIdsThatSortLikeTheMessage() {
        submissions.send(
                Map.of(), "Customer: sorted.1" + REST + "Customer: sorted.2" + REST + "Customer: sorted.3" + REST);

        submissions.recordedEventually("sorted.1", "sorted.2", "sorted.3");
        assertThat(Stream.of("sorted.1", "sorted.2", "sorted.3")
                        .map(customer -> submissions.session(customer).id().toString()))
                .isSorted();
        assertThat(submissions.session("sorted.2").id().version()).isEqualTo(8);
        assertThat(submissions.session("sorted.2").origin().channel()).isEqualTo(Channel.STREAM);
        assertThat(submissions.session("sorted.2").origin().line()).isEqualTo(6);
    }

    @Test
    void rejectsWhatCannotBeReadAndGoesOn() {
        submissions.send(Map.of("content-type", "image/png"), "poison-type");
        submissions.send(Map.of("organization", "somebody-else"), "poison-organization");
        submissions.send(Map.of("content-encoding", "gzip"), "poison-gzip");
        submissions.send(Map.of("content-encoding", "gzip"), ReadSubmissions.packed(new byte[40 << 20]));
        submissions.send(Map.of("content-type", "text/csv"), "poison;header\n1;2\n");
        submissions.send(Map.of("delivery", "poison-delivery"), "poison-uuid");
        submissions.send(Map.of(), "Customer: after.poison" + REST);

        submissions.recordedEventually("after.poison");
        await().untilAsserted(() -> assertThat(submissions.rules())
                .contains(
                        "unknown-content-type",
                        "unknown-organization",
                        "broken-encoding",
                        "too-large",
                        "malformed-header"));
        assertThat(submissions.rejections()).extracting(SessionRejection::text).contains("poison-type", "poison-gzip");
        assertThat(submissions.rejections())
                .filteredOn(rejection -> rejection.text().startsWith("poison;header"))
                .hasSize(1);
    }

    @Test
    void addsTheMessagesOfALoadUp() {
        UUID load = RecordIds.named("load");
        String id = load.toString();
        submissions.send(Map.of("delivery", id, "delivery-name", "old.txt", "line", "1"), "Customer: load.1" + REST);
        submissions.send(
                Map.of("delivery", id, "delivery-name", "old.txt", "line", "6", "delivery-end", "true"),
                "Customer: load.2" + REST + "Customer: load.3\n");

        await().untilAsserted(() -> assertThat(submissions.loads())
                .filteredOn(stored -> stored.key().id().equals(load))
                .extracting(StoredDelivery::delivery)
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.received()).isEqualTo(3)));
        Delivery delivery = submissions.loads().stream()
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
        assertThat(submissions.session("load.2").origin().delivery()).isEqualTo(load);
        assertThat(submissions.session("load.2").origin().line()).isEqualTo(6);
        assertThat(submissions.rejections())
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
        IntakeCount before = submissions.counts();

        submissions.send(headers, content);
        submissions.send(headers, content);

        await().untilAsserted(() ->
                assertThat(new HashSet<>(submissions.keys("twice"))).hasSize(2));
        IntakeCount after = submissions.counts();
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
        submissions.send(headers, content);
        submissions.recordedEventually("erased");
        SessionRecordKey erased = submissions.keys("erased").get(0);
        Submissions.erase(submissions.bootstrapServers(), SessionTopics.RECORDS, erased.encode());

        submissions.send(headers, content);

        await().untilAsserted(() ->
                assertThat(new HashSet<>(submissions.keys("erased"))).hasSize(2));
        assertThat(submissions.records().stream()
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
                        submissions.bootstrapServers(),
                        samples.resolve("sessions.csv").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), UTF_8);

        assertThat(java.waitFor()).as(output).isZero();
        submissions.recordedEventually("mediconas.cz", "acme, inc");
        assertThat(submissions.session("acme, inc").observation()).isEqualTo("Asked twice,\nand in the chat.");
    }

    @Test
    void recordsNothingTwiceWhenOffsetsAreReset() throws Exception {
        submissions.send(Map.of(), "Customer: reset.before" + REST + "Customer: reset.rejected\n");
        submissions.recordedEventually("reset.before");
        submissions.stopReading();
        IntakeCount before;
        try (RunningIngest idle = submissions.idle()) {
            before = idle.counts("stream");
        }
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, submissions.bootstrapServers()))) {
            admin.removeMembersFromConsumerGroup("csa-submissions", new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
            admin.deleteConsumerGroups(Set.of("csa-submissions")).all().get();
        }

        submissions.startReading();
        submissions.send(Map.of(), "Customer: reset.after" + REST);

        submissions.recordedEventually("reset.after");
        assertThat(submissions.customers()).containsOnlyOnce("reset.before");
        assertThat(submissions.counts().recorded()).isEqualTo(before.recorded() + 1);
        assertThat(submissions.counts().rejected()).isEqualTo(before.rejected());
        assertThat(submissions.counts().received()).isEqualTo(before.received() + 1);
    }
}
