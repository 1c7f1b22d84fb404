package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.json.JsonMapper;

/** How many records an instance shows. */
record Counted(String url, HttpClient client, JsonMapper json) {

    Counted(String url) {
        this(url, HttpClient.newHttpClient(), new JsonMapper());
    }

    long inInsights() throws IOException, InterruptedException {
        return json.readTree(get("/api/insights?limit=1").body())
                .path("total_records")
                .asLong();
    }

    /** -1 as long as the rows cannot be read. */
    long rows() throws IOException, InterruptedException {
        return get("/api/sessions?page_size=1")
                .headers()
                .firstValueAsLong("X-Total-Count")
                .orElse(-1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url).resolve(path)).build(), BodyHandlers.ofString());
    }
}
