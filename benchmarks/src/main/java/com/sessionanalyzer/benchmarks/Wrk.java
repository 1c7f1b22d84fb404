package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator of that name, which the package managers have, with 64 connections that are kept. */
record Wrk(String url) {

    private static final long AT_THE_RATED_RATE = 20_000;
    private static final long LEAST_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int UNAVAILABLE = 503;
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ([0-9.]+)(ms|s|m),");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Map<String, Double> NANOS = Map.of("us", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9);
    private static final double NANOS_PER_MILLI = 1e6;

    /** A thousand customers in turn; the requests are made before any is sent. */
    private static final String SCRIPT = """
            local requests = {}
            local turn = 0
            init = function(args)
              for i = 1, 1000 do
                local body = string.format('{"session_data":"Customer: customer-%04d.example.com\\\\nRegion: EU\\\\n' ..
                  'Sessions: 3\\\\nSource: MySQL\\\\nDestination: BQ\\\\nObservation: - first\\\\n- second"}', i)
                requests[i] = wrk.format("POST", "/api/upload", {["Content-Type"] = "application/json"}, body)
              end
            end
            request = function()
              turn = turn % #requests + 1
              return requests[turn]
            end
            """;

    /** One of another customer. */
    private static final String RECORD = """
            {"session_data":"Customer: first.example.com\\nRegion: EU\\nSessions: 3\\nSource: MySQL\\nDestination: BQ"}
            """;

    /**
     * Posts one record until the service has it, again when it says so: it is measured from then on, however long that takes on
     * a busy machine.
     *
     * @throws IOException when it is refused, or not recorded within two minutes
     */
    void awaitFirstAnswer() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/upload"))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(RECORD))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        while (answer.statusCode() == UNAVAILABLE && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1));
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the first post was answered with " + answer.statusCode() + ": " + answer.body());
        }
    }

    /**
     * Posts for as long as so many records take at the rate that the product is rated for, for some seconds at least.
     *
     * @throws IOException when there is no wrk here, or a post was not answered with success
     */
    Said post(long records, Path directory) throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("posts.lua"), SCRIPT);
        long seconds = Math.max(LEAST_SECONDS, records / AT_THE_RATED_RATE);
        Process process = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c64",
                        "-d" + seconds + "s",
                        "--timeout",
                        "30s",
                        "--latency",
                        "-s",
                        script.toString(),
                        url)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("wrk failed: " + output);
        }
        return said(output);
    }

    /** Whether it is on this machine. */
    static boolean isThere() {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, "wrk"))) {
                return true;
            }
        }
        return false;
    }

    /** Reads what it printed. */
    static Said said(String output) throws IOException {
        Matcher refused = REFUSED.matcher(output);
        if (refused.find() || output.contains("Socket errors")) {
            throw new IOException("not every post was answered with success: " + output);
        }
        Matcher requests = REQUESTS.matcher(output);
        Matcher p99 = P99.matcher(output);
        if (!requests.find() || !p99.find() || requests.group(1).equals("0")) {
            throw new IOException("wrk did not say how it went: " + output);
        }
        return new Said(
                Long.parseLong(requests.group(1)),
                Double.parseDouble(requests.group(2)) * NANOS.getOrDefault(requests.group(3), Double.NaN),
                Double.parseDouble(p99.group(1)) * NANOS.getOrDefault(p99.group(2), Double.NaN) / NANOS_PER_MILLI);
    }

    /**
     * How it went.
     *
     * @param answered  with success
     * @param nanos     that it took
     * @param p99Millis of all answers
     */
    record Said(long answered, double nanos, double p99Millis) {}
}
