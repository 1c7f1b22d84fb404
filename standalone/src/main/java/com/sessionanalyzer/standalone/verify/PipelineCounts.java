package com.sessionanalyzer.standalone.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service says that ledger and cube have counted. */
record PipelineCounts(Map<String, Long> ledger, long cells) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ASK_AGAIN = Duration.ofMillis(500);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    /**
     * Asks until the books are open: counting many rows that nobody has read for a while takes longer than one request waits.
     *
     * @throws CannotCompareException when they are not open for two minutes, or nobody answers
     */
    static PipelineCounts ask(HttpClient http, String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/pipeline"))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .build();
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            while (answer.statusCode() == UNAVAILABLE && System.nanoTime() - deadline < 0) {
                Pause.of(ASK_AGAIN);
                answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            }
            if (answer.statusCode() != OK) {
                throw new CannotCompareException(request.uri() + " answered " + answer.statusCode() + ".");
            }
            return of(JSON.readTree(answer.body()));
        } catch (IOException | JacksonException failed) {
            throw new CannotCompareException("Nobody answers at " + request.uri() + ": " + failed + ".", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotCompareException("Interrupted while asking " + request.uri() + ".", interrupted);
        }
    }

    private static PipelineCounts of(JsonNode books) {
        Map<String, Long> ledger = new TreeMap<>();
        books.path("channels")
                .forEach(channel -> ledger.put(
                        channel.path("channel").asString(),
                        channel.path("ledger").asLong()));
        return new PipelineCounts(ledger, books.path("cells").asLong());
    }
}
