package com.sessionanalyzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is posted is answered: nothing fails, nothing hangs, and every answer adds up. {@code -Dfuzz.bodies=100000} sends
 * so many of each kind, {@code -Dfuzz.seed=…} others; {@code -Dfuzz.log=memory} spares the broker.
 */
class BodyFuzzIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int BODIES = Integer.getInteger("fuzz.bodies", 120);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int SENDERS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int KEPT_BODIES = 500;

    private static FuzzedIngest ingest;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() {
        ingest = FuzzedIngest.start();
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @ParameterizedTest
    @EnumSource
    void answersWhateverIsPosted(FuzzBodies.Kind kind) throws Exception {
        Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            for (Future<Void> sender : senders.invokeAll(IntStream.range(0, SENDERS)
                    .mapToObj(sender -> sending(kind, SEED * SENDERS + sender, statuses))
                    .toList())) {
                sender.get();
            }
        } finally {
            senders.shutdownNow();
        }

        System.out.println(kind + ": " + new TreeMap<>(statuses));
        assertThat(statuses.keySet()).anyMatch(status -> status < 300).anyMatch(status -> status >= 400);
    }

    private Callable<Void> sending(FuzzBodies.Kind kind, long seed, Map<Integer, LongAdder> statuses) {
        return () -> {
            FuzzBodies bodies = new FuzzBodies(kind, seed);
            for (int i = 0; i < BODIES / SENDERS; i++) {
                int status = assertAnswered(kind, bodies.next(), "seed " + seed + ", body " + i);
                statuses.computeIfAbsent(status, any -> new LongAdder()).increment();
                if (i % KEPT_BODIES == 0) {
                    ingest.forget();
                }
            }
            return null;
        };
    }

    private int assertAnswered(FuzzBodies.Kind kind, FuzzBodies.Body body, String which) throws Exception {
        HttpResponse<String> response = client.send(request(kind, body), BodyHandlers.ofString());
        int status = response.statusCode();
        String description = kind + ", " + which + ": " + status + " " + response.body();

        assertThat(status).as(description).isLessThan(500);
        if (status >= 400) {
            assertThat(response.headers().firstValue("Content-Type"))
                    .as(description)
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(JSON.readTree(response.body()).path("status").asInt())
                    .as(description)
                    .isEqualTo(status);
        } else if (kind.isBulk()) {
            assertBalanced(JSON.readTree(response.body()), description);
        }
        return status;
    }

    private static void assertBalanced(JsonNode answer, String description) {
        long settled = answer.path("recorded").asLong(-1)
                + answer.path("replayed").asLong(-1)
                + answer.path("rejected").asLong(-1);
        assertThat(answer.path("received").asLong(-1))
                .as(description)
                .isEqualTo(settled)
                .isPositive();
    }

    private static HttpRequest request(FuzzBodies.Kind kind, FuzzBodies.Body body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ingest.url() + kind.path()))
                .timeout(PATIENCE)
                .header("Content-Type", kind.contentType())
                .POST(BodyPublishers.ofByteArray(body.bytes().array()));
        return body.gzipped() ? request.header("Content-Encoding", "gzip").build() : request.build();
    }
}
