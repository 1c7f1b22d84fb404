package com.sessionanalyzer.standalone.demo;

import com.sessionanalyzer.intake.session.SessionDraft;
import com.sessionanalyzer.intake.session.SessionText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The door for records of a running instance. */
final class Uploads {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    Uploads(String url) {
        this.address = URI.create(url + "/api/upload");
    }

    /**
     * Posts all in one text.
     *
     * @return whether they were recorded; not, when the instance is not available right now
     * @throws IOException when they were refused
     */
    boolean post(List<SessionDraft> reviews) throws IOException, InterruptedException {
        String text = reviews.stream().map(SessionText::print).collect(Collectors.joining("\n"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("session_data", text))))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != CREATED && response.statusCode() != UNAVAILABLE) {
            throw new IOException("the answer was " + response.statusCode() + " " + response.body());
        }
        return response.statusCode() == CREATED;
    }
}
