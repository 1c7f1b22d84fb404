package com.sessionanalyzer.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;

/** Requests of a client that does not give up. */
final class Http {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 150;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Turnstile turnstile;
    private final Findings findings;

    Http(Turnstile turnstile, Findings findings) {
        this.turnstile = turnstile;
        this.findings = findings;
    }

    Answer get(URI uri, String... headers) throws InterruptedException {
        return send("GET", uri, BodyPublishers.noBody(), headers);
    }

    Answer send(String method, URI uri, BodyPublisher body, String... headers) throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(TIMEOUT).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            Answer answer = Answer.of(client.send(request.build(), BodyHandlers.ofString()));
            if (answer.status() >= 500 && answer.status() != 503) {
                findings.unexpected(
                        method + " " + uri.getPath() + " answered " + answer.status() + ": " + answer.body());
            }
            return answer;
        } catch (IOException gone) {
            return Answer.NONE;
        }
    }

    /** Posts JSON under a key, once. */
    Answer post(URI uri, String json, String key) throws InterruptedException {
        return send(
                "POST", uri, BodyPublishers.ofString(json), "Content-Type", "application/json", "Idempotency-Key", key);
    }

    /**
     * Tries until it is done.
     *
     * @throws IllegalStateException when it never is, for minutes
     */
    Answer until(Predicate<Answer> done, Try attempt) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = attempt.send();
        while (!done.test(answer)) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("no end for minutes; the last answer was " + answer);
            }
            turnstile.pause(PAUSE_MILLIS);
            answer = attempt.send();
        }
        return answer;
    }

    /** One try of a request. */
    @FunctionalInterface
    interface Try {

        Answer send() throws InterruptedException;
    }
}
