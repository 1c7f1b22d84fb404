package com.sessionanalyzer.standalone.start;

import com.sessionanalyzer.embedded.LoopbackPort;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A start, a record, a look at each page, and the end: after it the JVM knows the classes that every start needs. */
final class Rehearsal {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final List<String> LOOKS = List.of("/", "/input", "/insights", "/reports", "/api/insights");
    private static final String RECORD = """
            {"session_data": "Customer: rehearsal.example\\nRegion: EU\\nSessions: 1\\nSource: MySQL\\nDestination: BQ"}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Launch launch;

    Rehearsal(DataDirectory directory) {
        int port = LoopbackPort.claim(0, "the rehearsal");
        this.url = "http://" + LoopbackPort.ADDRESS + ":" + port;
        this.launch = new Launch(directory, port, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    int run() {
        launch.start(false);
        try {
            send(request("/api/upload")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(RECORD)));
            for (String look : LOOKS) {
                send(request(look));
            }
            return 0;
        } catch (IOException failed) {
            return 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        http.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }
}
