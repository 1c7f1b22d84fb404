package com.sessionanalyzer.standalone.split;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.testing.process.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A client that posts record after record, each under a key and again, at the next instance, until one acknowledges it;
 * and a producer that writes others to the topic of submissions.
 */
final class Traffic implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CUSTOMERS = 97;
    private static final int PARTITIONS = 6;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<ScheduledFuture<?>> rounds;
    private volatile List<ServiceProcess> targets;
    private volatile Position acknowledged = Position.BEGINNING;
    private final String keyPrefix = UUID.randomUUID() + "-";
    private final AtomicInteger posted = new AtomicInteger();
    private final AtomicInteger submitted = new AtomicInteger();
    private int turn;

    Traffic(String bootstrapServers, List<ServiceProcess> targets) {
        this.targets = List.copyOf(targets);
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.rounds = List.of(every(this::post), every(this::submit));
    }

    private ScheduledFuture<?> every(Runnable round) {
        return clock.scheduleWithFixedDelay(round, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on these take the posts. */
    void to(List<ServiceProcess> instances) {
        targets = List.copyOf(instances);
    }

    /** Records that were acknowledged, by a service or by the broker. */
    int records() {
        return posted.get() + submitted.get();
    }

    /** Contains every post that was acknowledged. */
    Position position() {
        return acknowledged;
    }

    private void post() {
        List<ServiceProcess> now = targets;
        ServiceProcess target = now.get(turn++ % now.size());
        HttpRequest request = HttpRequest.newBuilder(target.uri("/api/upload"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", keyPrefix + posted.get())
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(record(posted.get())))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                acknowledged = acknowledged.and(Position.parse(
                        answer.headers().firstValue(Position.HEADER).orElseThrow()));
                posted.incrementAndGet();
            }
        } catch (IOException away) {
            // sent again in the next round, to the next instance
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void submit() {
        ProducerRecord<byte[], byte[]> submission = new ProducerRecord<>(
                SessionTopics.SUBMISSIONS,
                submitted.get() % PARTITIONS,
                null,
                record(submitted.get()).getBytes(StandardCharsets.UTF_8));
        submission.headers().add("content-type", "application/x-ndjson".getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(submission).get();
            submitted.incrementAndGet();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String record(int number) {
        return "{\"customer\": \"c%d.example\", \"region\": \"EU\", \"sessions\": 1, \"source\": \"MySQL\", \"destination\": \"BQ\"}"
                .formatted(number % CUSTOMERS);
    }

    /** Ends after the rounds under way. */
    void stop() throws InterruptedException {
        rounds.forEach(round -> round.cancel(false));
        clock.shutdown();
        if (!clock.awaitTermination(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("a client does not end");
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close(PATIENCE);
    }
}
