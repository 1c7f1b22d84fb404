package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.schema.Position;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts a record each millisecond, as far as so many connections can, and asks for every twentieth until it is shown. More
 * connections would only make a queue of them: a product that is not warm yet is behind for some seconds.
 */
final class SteadyPosts {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int CONNECTIONS = 64;
    private static final long ASKED_FOR = 20;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;

    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SteadyPosts(String url) {
        this.url = url;
    }

    /** From each asked for record's 201 until the insights that contain it are there. */
    Latencies post(long records) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        Semaphore connections = new Semaphore(CONNECTIONS);
        ConcurrentLinkedQueue<CompletableFuture<HttpResponse<String>>> running = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime();
        for (long i = 0; i < records; i++) {
            LockSupport.parkNanos(began + i * INTERVAL_NANOS - System.nanoTime());
            connections.acquire();
            boolean isAskedFor = i % ASKED_FOR == 0;
            CompletableFuture<HttpResponse<String>> posted = client.sendAsync(record(i), BodyHandlers.ofString())
                    .whenComplete((answer, failure) -> connections.release());
            running.add(isAskedFor ? posted.thenCompose(answer -> shown(answer, latencies)) : posted);
        }
        latencies.took(records, System.nanoTime() - began);
        for (CompletableFuture<HttpResponse<String>> one : running) {
            HttpResponse<String> answer = one.join();
            if (answer.statusCode() == UNAVAILABLE) {
                latencies.refused();
            } else if (answer.statusCode() != CREATED) {
                throw new IOException("answered with " + answer.statusCode() + " " + answer.body());
            }
        }
        return latencies;
    }

    /** The answer to the post, after what it recorded is shown. */
    private CompletableFuture<HttpResponse<String>> shown(HttpResponse<String> posted, Latencies latencies) {
        if (posted.statusCode() != CREATED) {
            return CompletableFuture.completedFuture(posted);
        }
        long began = System.nanoTime();
        String position = posted.headers().firstValue(Position.HEADER).orElse("");
        HttpRequest read = HttpRequest.newBuilder(URI.create(url).resolve("/api/insights?limit=1"))
                .header(Position.HEADER, position)
                .build();
        return found(read).thenApply(found -> {
            latencies.add(System.nanoTime() - began);
            return posted;
        });
    }

    /** Asks until the answer contains what is asked for; a read that waited in vain is refused. */
    private CompletableFuture<HttpResponse<Void>> found(HttpRequest read) {
        return client.sendAsync(read, BodyHandlers.discarding())
                .thenCompose(
                        answer -> answer.statusCode() == OK ? CompletableFuture.completedFuture(answer) : found(read));
    }

    private HttpRequest record(long index) {
        return HttpRequest.newBuilder(URI.create(url).resolve("/api/upload"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(index % 20_000)))
                .build();
    }

    private static String body(long customer) {
        return String.format(
                Locale.ROOT,
                "{\"session_data\":\"Customer: customer-%05d.example.com\\nRegion: EU\\nSessions: 3\\nSource: MySQL\\nDestination: BQ\"}",
                customer);
    }
}
