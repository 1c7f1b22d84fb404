package com.sessionanalyzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.testing.TestKafka;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bulk posts on a broker. */
class SessionBulkIT {

    private static final String NDJSON = "application/x-ndjson";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = new RunningIngest(TestKafka.bootstrapServers(), "bulk-it");
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void recordsNothingTwiceWhenTheClientIsKilledAndSendsAgain() throws Exception {
        byte[] content = BulkContents.of(NDJSON, 20_000);
        Map<String, String> key = Map.of("Idempotency-Key", "killed-client");
        String half = new String(content, 0, content.length / 2, StandardCharsets.UTF_8);
        try (SlowPost post = new SlowPost(ingest.port(), "?name=killed", content.length, key)) {
            post.send(half);
            await().atMost(PATIENCE)
                    .until(() -> imported("killed-client").path("received").asInt() > 5_000);
            post.kill();
        }
        await().atMost(PATIENCE)
                .until(() -> imported("killed-client").path("state").asString().equals("interrupted"));

        HttpResponse<String> again = ingest.posts().bulk("?name=killed", NDJSON, content, key);

        JsonNode answer = HttpPosts.read(again);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(answer.path("received").asInt()).isEqualTo(20_000);
        assertThat(answer.path("replayed").asInt()).isBetween(5_000, 19_999);
        assertThat(answer.path("total").path("recorded").asInt()).isEqualTo(20_000);
        List<String> customers = customers(answer.path("id").asString());
        assertThat(customers).hasSize(20_000).doesNotHaveDuplicates();
        assertThat(Position.parse(answer.path("position").asString()).offsets()).hasSize(6);
    }

    @Test
    void takesTwoImportsAtOnceWhileSinglePostsAreAnswered() throws Exception {
        byte[] content = BulkContents.of(NDJSON, 30_000);
        CompletableFuture<HttpResponse<String>> one = posting(content, "one-of-two");
        CompletableFuture<HttpResponse<String>> two = posting(content, "two-of-two");

        for (int i = 0; i < 5; i++) {
            assertThat(ingest.posts().json(BulkContents.line(i)).statusCode()).isEqualTo(201);
        }

        for (HttpResponse<String> answer : List.of(one.join(), two.join())) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(customers(HttpPosts.read(answer).path("id").asString())).hasSize(30_000);
        }
    }

    @Test
    void needsNoMoreMemoryForMore() throws Exception {
        long before = used();
        byte[] block = BulkContents.line(1).repeat(5_000).getBytes(StandardCharsets.UTF_8);
        int blocks = Math.toIntExact((200L << 20) / block.length);
        Peak peak = new Peak();
        Thread watcher = new Thread(peak, "peak");
        watcher.start();

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + ingest.port() + "/api/sessions/bulk?dry_run=true"))
                                .header("Content-Type", NDJSON)
                                .POST(BodyPublishers.ofInputStream(() -> new Repeated(block, blocks)))
                                .build(),
                        BodyHandlers.ofString());

        peak.end();
        watcher.join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(HttpPosts.read(answer).path("received").asLong()).isEqualTo(5_000L * blocks);
        assertThat(peak.bytes()).isPositive();
        assertThat(peak.bytes() - before).isLessThan(100L << 20);
    }

    private static CompletableFuture<HttpResponse<String>> posting(byte[] content, String key) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ingest.posts().bulk("", NDJSON, content, Map.of("Idempotency-Key", key));
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static JsonNode imported(String key) throws Exception {
        return HttpPosts.read(ingest.posts().get("/api/imports?key=" + key, "application/json"))
                .path(0);
    }

    private static List<String> customers(String delivery) {
        return ingest.records().stream()
                .map(message -> SessionRecordCodec.decode(message.value()))
                .filter(session -> String.valueOf(session.origin().delivery()).equals(delivery))
                .map(session -> session.customer().spelling())
                .toList();
    }

    /** Heap that is in use when what is garbage is gone. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most that was in use when it looked, once a second. */
    private static final class Peak implements Runnable {

        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile long bytes;

        @Override
        public void run() {
            try {
                while (!ended.await(1, TimeUnit.SECONDS)) {
                    bytes = Math.max(bytes, used());
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void end() {
            ended.countDown();
        }

        long bytes() {
            return bytes;
        }
    }
}
