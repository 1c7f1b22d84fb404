package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.intake.session.BulkFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends contents to an instance of its own, one after the other. A repeat ends when all of its records are answered for:
 * committed by the broker. Everything else that an instance does with them goes on at the same time.
 */
final class InstanceStage {

    private static final List<BulkFormat> FORMATS = List.of(BulkFormat.NDJSON, BulkFormat.TEXT);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path csa;
    private final long records;
    private final int repeats;

    InstanceStage(Path csa, long records, int repeats) {
        this.csa = csa;
        this.records = records;
        this.repeats = repeats;
    }

    List<Rates> run(Bench.Stage stage) throws IOException, InterruptedException {
        List<Rates> rates = new ArrayList<>();
        for (BulkFormat format : FORMATS) {
            try (StartedCsa started = StartedCsa.start(csa)) {
                rates.add(rates(stage, format, started));
                if (format == BulkFormat.NDJSON) {
                    rates.add(new ProducerPerf(started.bootstrapServers()).run(format, records, repeats));
                }
            }
        }
        return rates;
    }

    private Rates rates(Bench.Stage stage, BulkFormat format, StartedCsa started)
            throws IOException, InterruptedException {
        List<Double> perSecond = new ArrayList<>(repeats);
        double cpu = 0;
        for (int i = -1; i < repeats; i++) {
            Path content = content(format, i);
            double before = started.cpuSeconds();
            long began = System.nanoTime();
            send(stage, format, started, content);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (i >= 0) {
                perSecond.add(records / seconds);
                cpu += started.cpuSeconds() - before;
            }
            Files.delete(content);
        }
        Map<String, Object> costs = new LinkedHashMap<>();
        costs.put("cpuSecondsPerMillion", Math.round(cpu / repeats / records * 1e8) / 100.0);
        costs.put("peakMegabytes", started.peakMegabytes());
        return new Rates((stage + " " + format).toLowerCase(Locale.ROOT), perSecond, costs);
    }

    private Path content(BulkFormat format, int seed) throws IOException {
        Path file = Files.createTempFile("csa-bench", "." + format.name().toLowerCase(Locale.ROOT));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new Content(format, seed).write(records, out);
        }
        return file;
    }

    private void send(Bench.Stage stage, BulkFormat format, StartedCsa started, Path content)
            throws IOException, InterruptedException {
        if (stage == Bench.Stage.BULK) {
            post(format, started, content);
        } else {
            load(format, started, content);
        }
    }

    private void post(BulkFormat format, StartedCsa started, Path content) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(started.url()).resolve("/api/sessions/bulk"))
                        .header("Content-Type", format.contentType())
                        .POST(BodyPublishers.ofFile(content))
                        .build(),
                BodyHandlers.ofString());
        JsonNode answer = json.readTree(response.body());
        if (response.statusCode() != 200 || answer.path("recorded").asLong() != records) {
            throw new IOException("not all is recorded: " + response.statusCode() + " " + response.body());
        }
    }

    private void load(BulkFormat format, StartedCsa started, Path content) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        csa.toAbsolutePath().normalize().toString(),
                        "load",
                        "--data",
                        started.data().toString(),
                        "--format",
                        format.name().toLowerCase(Locale.ROOT),
                        content.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("csa load ended with " + exit);
        }
    }
}
