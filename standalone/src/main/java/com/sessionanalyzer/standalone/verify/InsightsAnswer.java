package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.Position;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answers when asked for all insights, and exactly which records it contains. */
record InsightsAnswer(Position position, JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int OK = 200;

    /** Asks for all insights; the service waits a moment until they contain the position, and may answer without. */
    static InsightsAnswer ask(HttpClient http, String url, Position after) {
        return ask(http, url, after, 0);
    }

    /**
     * Asks for insights with lists of at most so many entries, all of them for 0.
     */
    static InsightsAnswer ask(HttpClient http, String url, Position after, int limit) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/insights?limit=" + limit))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header(Position.HEADER, after.toString())
                .build();
        try {
            return of(http.send(request, HttpResponse.BodyHandlers.ofString()), request.uri());
        } catch (IOException | JacksonException failed) {
            throw new CannotCompareException("Nobody answers at " + request.uri() + ": " + failed + ".", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotCompareException("Interrupted while asking " + request.uri() + ".", interrupted);
        }
    }

    private static InsightsAnswer of(HttpResponse<String> response, URI uri) {
        if (response.statusCode() != OK) {
            throw new CannotCompareException(uri + " answered " + response.statusCode() + ".");
        }
        String position = response.headers()
                .firstValue(Position.HEADER)
                .orElseThrow(() -> new CannotCompareException(uri + " does not say its " + Position.HEADER + "."));
        return new InsightsAnswer(Position.parse(position), JSON.readTree(response.body()));
    }
}
