package com.sessionanalyzer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bulk post whose server is killed in the middle of the body. */
class BulkCrashIT {

    private static final Duration START = Duration.ofMinutes(5);
    private static final int RECORDS = 20_000;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path directory;

    private final int port = RunningCsa.freePort();
    private @Nullable RunningCsa csa;

    @AfterEach
    void stop() throws InterruptedException {
        if (csa != null) {
            csa.interrupt();
            csa.waitForEnd();
        }
    }

    @Test
    void recordsEverythingOnceWhenItIsSentAgainAfterwards() throws IOException, InterruptedException {
        String content = IntStream.range(0, RECORDS).mapToObj(BulkCrashIT::line).collect(Collectors.joining());
        RunningCsa crashed = start();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/sessions/bulk?name=crash HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: crash\r\n"
                            + "Content-Type: application/x-ndjson\r\nContent-Length: " + content.length() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(content.substring(0, content.length() / 2).getBytes(StandardCharsets.UTF_8));
            out.flush();
            await().atMost(START).until(() -> settled() > RECORDS / 10);
            crashed.kill();
        }

        start();
        JsonNode left = imports().path(0);
        HttpResponse<String> again = send(content);

        assertThat(left.path("state").asString()).isEqualTo("interrupted");
        JsonNode answer = JSON.readTree(again.body());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(answer.path("replayed").asInt())
                .isEqualTo(left.path("received").asInt());
        assertThat(answer.path("received").asInt()).isEqualTo(RECORDS);
        assertThat(answer.path("total").path("recorded").asInt()).isEqualTo(RECORDS);
        assertThat(send(content).body()).contains("\"replayed\":" + RECORDS);
        assertThat(Commands.verify(0, "--data", directory.resolve("data").toString()))
                .contains("over " + RECORDS + " records", "All equal.");
    }

    private RunningCsa start() throws IOException {
        RunningCsa started = RunningCsa.run(directory, "start", "--port", "" + port, "--data", "data");
        csa = started;
        await().atMost(START)
                .until(() -> !started.isRunning() || started.output().contains("is ready"));
        assertThat(started.output()).contains("is ready: http://127.0.0.1:" + port);
        return started;
    }

    private long settled() throws IOException, InterruptedException {
        return imports().path(0).path("received").asLong();
    }

    private JsonNode imports() throws IOException, InterruptedException {
        return JSON.readTree(RunningCsa.get(port, "/api/imports"));
    }

    private HttpResponse<String> send(String content) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/sessions/bulk?name=crash"))
                                .header("Content-Type", "application/x-ndjson")
                                .header("Idempotency-Key", "crash")
                                .POST(HttpRequest.BodyPublishers.ofString(content))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String line(int number) {
        return """
            {"customer": "customer-%d.example", "region": "EU", "sessions": %d, "source": "MySQL", "destination": "BQ"}
            """.formatted(number % 700, number % 40 + 1);
    }
}
