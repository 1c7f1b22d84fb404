package com.sessionanalyzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.testing.Submissions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerOutageIT {

    private static final String REST = "\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = TIMEOUT.plusSeconds(4);
    private static final String[] BEFORE = {"before-1", "before-2", "before-3", "stream.before"};
    private static final String[] ALL = {
        "before-1",
        "before-2",
        "before-3",
        "after-1",
        "after-2",
        "after-3",
        "stream.before",
        "stream.meanwhile",
        "stream.after"
    };

    @TempDir
    private Path directory;

    @Test
    void answersUnavailableInTimeStoresNothingOfItAndReadsSubmissionsOnce() throws Exception {
        EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        String address = broker.bootstrapServers();
        try (RunningIngest ingest = new RunningIngest(
                address,
                "outage-it",
                directory.resolve("state"),
                "--csa.submissions.enabled=true",
                "--csa.intake.publish-timeout=" + TIMEOUT.toMillis() + "ms")) {
            recordedEventually(ingest, "Customer: before-1" + REST);
            recordedEventually(ingest, "Customer: before-2" + REST + "Customer: before-3" + REST);
            submit(address, "stream.before");
            settledEventually(ingest, BEFORE);
            submit(address, "stream.meanwhile");

            broker.close();
            for (int i = 0; i < 2; i++) {
                assertUnavailable(ingest, "Customer: lost-1" + REST);
                assertUnavailable(ingest, "Customer: lost-2" + REST + "Customer: lost-3" + REST);
                assertUnavailable(ingest, "Customer: lost-4");
            }

            int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
            try (EmbeddedKafka again = EmbeddedKafka.start(directory.resolve("kafka"), port)) {
                assertThat(again.bootstrapServers()).isEqualTo(address);
                recordedEventually(ingest, "Customer: after-1" + REST);
                recordedEventually(ingest, "Customer: after-2" + REST + "Customer: after-3" + REST);
                submit(again.bootstrapServers(), "stream.after");
                settledEventually(ingest, ALL);
                assertThat(ingest.rejections()).isEmpty();
                assertThat(ingest.counts("stream").received()).isEqualTo(3);
                assertThat(ingest.counts("stream").recorded()).isEqualTo(3);
            }
        }
    }

    private static void submit(String address, String customer) {
        byte[] text = ("Customer: " + customer + REST).getBytes(StandardCharsets.UTF_8);
        Submissions.send(address, SessionTopics.SUBMISSIONS, Map.of(), text);
    }

    private static void settledEventually(RunningIngest ingest, String... customers) {
        await().untilAsserted(() -> assertThat(ingest.customers()).containsExactlyInAnyOrder(customers));
    }

    private static void recordedEventually(RunningIngest ingest, String text) {
        await().untilAsserted(
                        () -> assertThat(ingest.posts().text(text).statusCode()).isEqualTo(201));
    }

    private static void assertUnavailable(RunningIngest ingest, String text) throws Exception {
        HttpPosts posts = ingest.posts();
        long start = System.nanoTime();

        HttpResponse<String> response = posts.text(text);

        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("2");
        assertThat(taken).isLessThan(PATIENCE);
        assertThat(List.of(response.body())).noneMatch(body -> body.contains("Exception"));
    }
}
