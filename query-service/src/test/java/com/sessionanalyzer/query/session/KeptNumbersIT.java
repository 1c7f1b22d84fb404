package com.sessionanalyzer.query.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service that starts again goes on from its file, and has the numbers that the log tells. */
@ExtendWith(OutputCaptureExtension.class)
class KeptNumbersIT {

    private static final OrganizationId ORGANIZATION = new OrganizationId("kept");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String USED = "the numbers that were kept are used";

    private final String database = TestPostgres.newDatabase();
    private final long[] counts = new long[WrittenTopics.PARTITIONS];

    @TempDir
    Path directory;

    private EmbeddedKafka kafka;
    private WrittenTopics topics;

    @BeforeEach
    void start() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        new Topics(Map.of("bootstrap.servers", kafka.bootstrapServers()), Duration.ofSeconds(30))
                .ensure(SessionTopics.all(WrittenTopics.PARTITIONS));
        topics = new WrittenTopics(kafka.bootstrapServers());
    }

    @AfterEach
    void stop() {
        topics.close();
        kafka.close();
    }

    @Test
    void readsOnlyWhatCameSinceAndHasTheSameNumbers(CapturedOutput output) {
        SessionRecord gone = session("gone.com");
        add(gone);
        add(session("acme.com"));
        try (RunningQueryService service = service()) {
            awaitRecords(service, 2);
        }
        assertThat(output).doesNotContain(USED);

        delete(gone);
        add(session("beta.com"));
        add(session("gamma.com"));
        try (RunningQueryService service = service()) {
            awaitRecords(service, 3);
            assertThat(output).contains(USED);
            add(session("delta.com"));
            awaitRecords(service, 4);
        }
    }

    @Test
    void readsAllWhenItsFileIsDamaged(CapturedOutput output) throws IOException {
        add(session("acme.com"));
        try (RunningQueryService service = service()) {
            awaitRecords(service, 1);
        }
        Path file = directory.resolve("query").resolve("session-numbers.state");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        try (RunningQueryService service = service()) {
            awaitRecords(service, 1);
        }
        assertThat(output)
                .contains("the numbers that were kept cannot be used, so all is read from the log")
                .doesNotContain(USED);
    }

    /** The numbers that analytics told, and those of the records themselves. */
    private static void awaitRecords(RunningQueryService service, int records) {
        await().untilAsserted(() -> {
            assertThat(service.get("/api/insights").body()).contains("\"total_records\":" + records + ",");
            assertThat(service.get("/api/insights?source=MySQL").body()).contains("\"total_records\":" + records + ",");
        });
    }

    private RunningQueryService service() {
        return RunningQueryService.startAt(
                kafka.bootstrapServers(),
                ORGANIZATION.value(),
                database,
                "--csa.query.state-dir=" + directory.resolve("query"));
    }

    private static SessionRecord session(String customer) {
        return aSession()
                .organization(ORGANIZATION.value())
                .customer(customer)
                .localDay(DAY.toString())
                .build();
    }

    private void add(SessionRecord session) {
        int shard = session.key().partition(WrittenTopics.PARTITIONS);
        tell(shard, topics.add(session), 1);
    }

    private void delete(SessionRecord session) {
        int shard = session.key().partition(WrittenTopics.PARTITIONS);
        tell(shard, topics.delete(session), -1);
    }

    /** What analytics would tell of the shard at this position. */
    private void tell(int shard, Position position, int more) {
        counts[shard] += more;
        topics.cube(
                new CubeKey.Cell(ORGANIZATION, shard, DAY, List.of("EU", "MySQL", "BigQuery")),
                counts[shard] == 0
                        ? null
                        : new CubeEntry.Cell(List.of(counts[shard], counts[shard], 0L, 0L), new TreeMap<>()));
        topics.progress(shard, requireNonNull(position.offsets().get(shard)), Instant.EPOCH);
    }
}
