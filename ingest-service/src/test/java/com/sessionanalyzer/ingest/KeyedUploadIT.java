package com.sessionanalyzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.testing.TestKafka;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedUploadIT {

    private static final String REST = "\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";
    private static final int AT_ONCE = 8;

    @TempDir
    private Path directory;

    @Test
    void recordsOnceWhatIsPostedAgainAfterARestart() throws Exception {
        String text = "Customer: restarted" + REST;
        HttpResponse<String> first;
        try (RunningIngest ingest = ingest("keyed-restart")) {
            first = ingest.posts().keyed("restart", text);
        }

        try (RunningIngest ingest = ingest("keyed-restart")) {
            HttpResponse<String> second = ingest.posts().keyed("restart", text);

            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(second.headers().firstValue(IdempotencyKey.REPLAYED)).contains("true");
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(ingest.customers()).containsOnlyOnce("restarted");
        }
    }

    @Test
    void recordsOnceWhatIsPostedSeveralTimesAtOnce() throws Exception {
        String text = "Customer: at-once" + REST;
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try (RunningIngest ingest = ingest("keyed-at-once")) {
            HttpPosts posts = ingest.posts();
            Callable<Integer> post = () -> posts.keyed("at-once", text).statusCode();
            List<Future<Integer>> answers = clients.invokeAll(List.of(post, post, post, post, post, post, post, post));

            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(201, 409);
            }
            assertThat(ingest.customers()).containsOnlyOnce("at-once");
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void recordsOnceWhatIsPostedUntilTheBrokerIsBack() throws Exception {
        String text = "Customer: outage-1" + REST + "Customer: outage-2" + REST;
        EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        String address = broker.bootstrapServers();
        try (RunningIngest ingest = new RunningIngest(address, "keyed-outage", directory)) {
            await().untilAsserted(() -> assertThat(ingest.posts()
                            .keyed("warm", "Customer: warm" + REST)
                            .statusCode())
                    .isEqualTo(201));
            broker.close();
            assertThat(ingest.posts().keyed("outage", text).statusCode()).isEqualTo(503);

            int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
            try (EmbeddedKafka again = EmbeddedKafka.start(directory.resolve("kafka"), port)) {
                await().untilAsserted(() -> assertThat(
                                ingest.posts().keyed("outage", text).statusCode())
                        .isEqualTo(201));
                assertThat(again.bootstrapServers()).isEqualTo(address);
                assertThat(ingest.posts().keyed("outage", text).headers().firstValue(IdempotencyKey.REPLAYED))
                        .contains("true");
                assertThat(ingest.customers()).containsOnlyOnce("outage-1", "outage-2");
                assertThat(ingest.counts("api").recorded()).isEqualTo(3);
            }
        }
    }

    private RunningIngest ingest(String organization) {
        return new RunningIngest(TestKafka.bootstrapServers(), organization, directory);
    }
}
