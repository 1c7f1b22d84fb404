package com.sessionanalyzer.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.testing.SmallDisk;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A broker alone on a disk that fills up to its last byte; needs root, who may mount one, and {@code -Dfaults.disk=true}. */
@EnabledIfSystemProperty(named = "faults.disk", matches = "true")
class FullBrokerDiskIT {

    private static final int SEED = 31;
    private static final int MEGABYTES = 256;
    private static final int BEFORE = 50;
    private static final int MOST_WHILE_FULL = 200_000;

    @TempDir
    Path directory;

    private final Turnstile turnstile = new Turnstile();
    private final Journal journal = new Journal();
    private final Random random = new Random(SEED);
    private final List<Answer> refused = new ArrayList<>();

    @Test
    void losesNothingOfWhatWasAcknowledgedAndGoesOnWithTheSpace() throws Exception {
        StringWriter printed = new StringWriter();
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectories(directory.resolve("broker")), MEGABYTES);
                RunLog log = new RunLog(directory.resolve("run.log"), new PrintWriter(printed));
                Installation installation = Installation.start(directory, TortureRun.PARTITIONS)) {
            Findings findings = new Findings(log);
            Http http = new Http(turnstile, findings);
            int sent = 0;
            while (sent < BEFORE) {
                record(installation, http, sent++);
            }
            new Probe(installation, http, journal, SEED, "before it is full").passThrough();

            disk.fill(0);
            while (refused.isEmpty() || installation.part(Victim.BROKER).isAlive()) {
                assertThat(sent).as("posts on a full disk").isLessThan(MOST_WHILE_FULL);
                post(installation, http, sent++);
            }
            assertThat(refused).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isPresent();
            });
            assertThat(List.of(Victim.INGEST, Victim.ANALYTICS, Victim.QUERY))
                    .allSatisfy(service ->
                            assertThat(installation.part(service).isServing()).isTrue());
            assertThat(http.get(installation.query("/api/insights?limit=1")).status())
                    .isEqualTo(200);

            disk.empty();
            List.of(Victim.values()).forEach(installation::awaitServing);
            record(installation, http, sent);
            new Probe(installation, http, journal, SEED + 1, "after it was full").passThrough();

            try (RecordCheck check = new RecordCheck(installation.bootstrapServers(), journal, findings)) {
                check.check();
            }
            new BookCheck(installation, findings).check();
            assertThat(findings.sentences()).as(printed.toString()).isEmpty();
        }
    }

    /** Sends a record until it is taken. */
    private void record(Installation installation, Http http, int number) throws InterruptedException {
        Review review = sent(number);
        http.until(answer -> answer.status() == 201, () -> send(installation, http, number, review));
        journal.recorded(mark(number), review.sessions());
    }

    /** Sends a record once. */
    private void post(Installation installation, Http http, int number) throws InterruptedException {
        Review review = sent(number);
        Answer answer = send(installation, http, number, review);
        if (answer.status() == 201) {
            journal.recorded(mark(number), review.sessions());
        } else {
            refused.add(answer);
        }
    }

    private Review sent(int number) {
        Review review = Review.random(mark(number), random);
        journal.sent(mark(number), review.sessions());
        return review;
    }

    private static Answer send(Installation installation, Http http, int number, Review review)
            throws InterruptedException {
        return http.post(installation.upload(), review.json(), mark(number));
    }

    private static String mark(int number) {
        return "disk-" + number;
    }
}
