package com.sessionanalyzer.ingest.session;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.ingest.BulkContents;
import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.ingest.MemoryIngest;
import com.sessionanalyzer.ingest.SlowPost;
import com.sessionanalyzer.intake.MemoryLog;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Senders that are slow, fall silent, break off, lie, or are too many. */
@SpringBootTest(
        classes = MemoryIngest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=ingest-service",
            "csa.ingest.bulk.max-posts=2",
            "csa.ingest.bulk.patience=3s",
            "csa.ingest.bulk.min-rate=500B"
        })
class BulkSendersTests {

    private static final String NDJSON = "application/x-ndjson";

    @Autowired
    private MemoryLog log;

    @LocalServerPort
    private int port;

    private HttpPosts posts;

    @BeforeEach
    void setUp() {
        log.clear();
        posts = new HttpPosts(port);
    }

    @Test
    void settlesWhatASlowSenderSentBeforeItSendsMore() throws Exception {
        try (SlowPost post = new SlowPost(port, "", -1, Map.of("Accept", NDJSON, "Idempotency-Key", "slow"))) {
            post.chunk(BulkContents.line(0));
            assertThat(post.answerUntil("\"fate\":\"recorded\"")).contains("200");
            JsonNode running = oneImport("slow");

            post.chunk(BulkContents.line(1));
            post.answerUntil("\"line\":2");
            post.lastChunk();
            String rest = post.answerUntil("\"state\":\"complete\"");

            assertThat(running.path("state").asString()).isEqualTo("running");
            assertThat(running.path("received").asInt()).isEqualTo(1);
            assertThat(running.path("progress").path("rate").asInt()).isPositive();
            assertThat(rest).contains("\"fate\":\"recorded\"");
        }
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(2);
    }

    @Test
    void stopsWaitingForASilentSender() throws Exception {
        try (SlowPost post = new SlowPost(port, "", 100_000, Map.of("Idempotency-Key", "silent"))) {
            post.send(BulkContents.line(0) + BulkContents.line(1));

            String answer = post.answer();

            assertThat(answer)
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/too-slow", "\"received\":2", "\"line\":2");
        }
        assertThat(oneImport("silent").path("state").asString()).isEqualTo("interrupted");
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(2);
    }

    @Test
    void stopsWaitingForASenderThatDrips() throws Exception {
        try (SlowPost post = new SlowPost(port, "", 100_000, Map.of("Idempotency-Key", "drips"))) {
            CompletableFuture<Void> dripping = CompletableFuture.runAsync(() -> drip(post));
            String answer = post.answer();

            assertThat(answer).startsWith("HTTP/1.1 408").contains("/problems/too-slow");
            dripping.join();
        }
        assertThat(oneImport("drips").path("recorded").asInt()).isEqualTo(1);
    }

    private static void drip(SlowPost post) {
        try {
            post.send(BulkContents.line(0));
            for (int i = 0; i < 60; i++) {
                post.send(" ");
                new CountDownLatch(1).await(100, MILLISECONDS);
            }
        } catch (IOException | InterruptedException refused) {
            // the server has stopped listening, which is what the test is about
        }
    }

    @Test
    void keepsWhatAKilledSenderSent() throws Exception {
        try (SlowPost post = new SlowPost(port, "", 100_000, Map.of("Idempotency-Key", "killed"))) {
            post.send(BulkContents.line(0) + BulkContents.line(1));
            await().until(() -> log.messages(SessionTopics.RECORDS).size() == 2);
            post.kill();
        }

        await().until(() -> oneImport("killed").path("state").asString().equals("interrupted"));
        HttpResponse<String> again =
                posts.bulk("", NDJSON, BulkContents.of(NDJSON, 3), Map.of("Idempotency-Key", "killed"));

        assertThat(HttpPosts.read(again).path("replayed").asInt()).isEqualTo(2);
        assertThat(HttpPosts.read(again).path("recorded").asInt()).isEqualTo(1);
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(3);
    }

    @Test
    void saysHowFarItGotWhenLessComesThanWasAnnounced() throws Exception {
        try (SlowPost post = new SlowPost(port, "", 100_000, Map.of("Idempotency-Key", "less"))) {
            post.send(BulkContents.line(0) + "{\"customer\": \"half");
            post.endOutput();

            assertThat(post.answer())
                    .startsWith("HTTP/1.1 400")
                    .contains("/problems/unreadable-content", "\"received\":1", "\"state\":\"interrupted\"");
        }
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(1);
        assertThat(log.messages(SessionTopics.REJECTIONS)).isEmpty();
    }

    @Test
    void takesOneTryOfAnImportAndSoManyPostsAtATime() throws Exception {
        try (SlowPost first = new SlowPost(port, "", -1, Map.of("Accept", NDJSON, "Idempotency-Key", "one"));
                SlowPost second = new SlowPost(port, "", -1, Map.of("Accept", NDJSON, "Idempotency-Key", "two"))) {
            first.chunk(BulkContents.line(0));
            first.answerUntil("recorded");
            HttpResponse<String> same = posts.bulk("", NDJSON, new byte[0], Map.of("Idempotency-Key", "one"));
            second.chunk(BulkContents.line(1));
            second.answerUntil("recorded");
            HttpResponse<String> third = posts.bulk("", NDJSON, BulkContents.of(NDJSON, 1), Map.of());
            HttpResponse<String> single = posts.json(BulkContents.line(5));

            assertThat(same.statusCode()).isEqualTo(409);
            assertThat(HttpPosts.read(same).path("type").asString()).isEqualTo("/problems/in-progress");
            assertThat(same.headers().firstValue("Retry-After")).isPresent();
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(single.statusCode()).isEqualTo(201);
            first.lastChunk();
            first.answerUntil("complete");
            second.lastChunk();
            second.answerUntil("complete");
        }
        assertThat(posts.bulk("", NDJSON, BulkContents.of(NDJSON, 1), Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void stopsWhenItIsCancelledAndGoesOnWhenItIsSentAgain() throws Exception {
        try (SlowPost post = new SlowPost(port, "", -1, Map.of("Idempotency-Key", "cancelled"))) {
            post.chunk(BulkContents.line(0));
            await().until(() -> log.messages(SessionTopics.RECORDS).size() == 1);
            String id = oneImport("cancelled").path("id").asString();
            HttpResponse<String> cancel =
                    posts.bulkAt("/api/imports/" + id + "/cancel", "text/plain", new byte[0], Map.of());
            post.chunk(BulkContents.line(1));

            assertThat(cancel.statusCode()).isEqualTo(202);
            assertThat(post.answerUntil("links")).startsWith("HTTP/1.1 409").contains("/problems/cancelled");
        }
        assertThat(oneImport("cancelled").path("state").asString()).isEqualTo("cancelled");
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(1);

        HttpResponse<String> again =
                posts.bulk("", NDJSON, BulkContents.of(NDJSON, 2), Map.of("Idempotency-Key", "cancelled"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(oneImport("cancelled").path("state").asString()).isEqualTo("complete");
    }

    @Test
    void readsNoFasterThanTheLogTakes() throws Exception {
        AtomicLong sent = new AtomicLong();
        String block = BulkContents.line(0).repeat(1_000);
        long length = 300L * block.length();
        try (SlowPost post = new SlowPost(port, "", length, Map.of())) {
            CompletableFuture<Void> sending;
            MemoryLog closed = log;
            synchronized (closed) {
                sending = CompletableFuture.runAsync(() -> sendAll(post, block, 300, sent));
                await().during(Duration.ofMillis(700)).until(new Steady(sent));

                assertThat(sent.get()).isPositive().isLessThan(20L << 20);
            }
            assertThat(post.answerUntil("\"links\"")).contains("\"received\":300000");
            sending.join();
        }
    }

    private static void sendAll(SlowPost post, String block, int times, AtomicLong sent) {
        try {
            for (int i = 0; i < times; i++) {
                post.send(block);
                sent.addAndGet(block.length());
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private JsonNode oneImport(String key) throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        HttpPosts.read(posts.get("/api/imports?key=" + key, "application/json")).forEach(found::add);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** Whether a number stays as it was when it was last looked at. */
    private static final class Steady implements Callable<Boolean> {

        private final AtomicLong number;
        private long last = -1;

        Steady(AtomicLong number) {
            this.number = number;
        }

        @Override
        public Boolean call() {
            long now = number.get();
            boolean isSteady = now > 0 && now == last;
            last = now;
            return isSteady;
        }
    }
}
