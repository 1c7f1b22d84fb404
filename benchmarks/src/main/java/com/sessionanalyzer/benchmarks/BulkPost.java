package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.intake.session.BulkFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a content as one bulk post, over HTTP/1.1. */
final class BulkPost implements InstanceStage.Sender {

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public void send(Instance instance, BulkFormat format, Path content, long records)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(instance.url()).resolve("/api/sessions/bulk"))
                        .header("Content-Type", format.contentType())
                        .POST(BodyPublishers.ofFile(content))
                        .build(),
                BodyHandlers.ofString());
        JsonNode answer = json.readTree(response.body());
        if (response.statusCode() != 200 || answer.path("recorded").asLong() != records) {
            throw new IOException("not all is recorded: " + response.statusCode() + " " + response.body());
        }
    }
}
