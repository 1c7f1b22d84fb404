package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Many open live pages, of which one of twenty has stopped reading, and a record a second of which all are told. */
final class LiveStage implements Stage {

    private static final int UPDATES = 5;
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int CREATED = 201;
    private static final double HALF = 0.5;
    private static final double MOST = 0.99;
    private static final double MEGA = 1 << 20;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "live";
    }

    @Override
    public String description() {
        return "from the 201 of a record until each of so many open live pages is told, one of twenty being dead";
    }

    /** Open pages. */
    @Override
    public long usualRecords() {
        return 5_000;
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        int readers = Math.toIntExact(setting.records());
        List<Double> medians = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        Map<String, String> places = Map.of("CSA_QUERY_LIVE_CONNECTIONS", Integer.toString(readers));
        try (StartedCsa instance = StartedCsa.start(setting.csa(), places)) {
            URI url = URI.create(instance.url());
            Costs costs = new Costs(instance);
            long records = 0;
            try (LiveReaders open = LiveReaders.open(url, readers)) {
                for (int repeat = -setting.warmUps(); repeat < setting.repeats(); repeat++) {
                    costs.resume();
                    Latencies latencies = new Latencies();
                    for (int update = 0; update < UPDATES; update++) {
                        long began = System.nanoTime();
                        LiveReaders.Update told = open.expect(++records);
                        post(url);
                        latencies.addAll(told.await(System.nanoTime()));
                        TimeUnit.NANOSECONDS.sleep(began + EVERY_NANOS - System.nanoTime());
                    }
                    if (repeat >= 0) {
                        costs.pause();
                        medians.add(latencies.millis(HALF));
                        most.add(latencies.millis(MOST));
                    }
                }
                double megabytes = open.bytes() / MEGA;
                return List.of(
                        new Measured(
                                        "told, p99 of " + open.healthy(),
                                        Measured.MILLIS,
                                        most,
                                        costs.perMillion((long) UPDATES * setting.repeats() * readers))
                                .with("megabytesRead", Math.round(megabytes)),
                        new Measured("told, p50 of " + open.healthy(), Measured.MILLIS, medians, Map.of()));
            }
        }
    }

    private void post(URI url) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(url.resolve("/api/upload"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"session_data\":\"Customer: acme.com\\nRegion: EU\\nSessions: 3\\n"
                                        + "Source: MySQL\\nDestination: BQ\"}"))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != CREATED) {
            throw new IOException("answered with " + answer.statusCode() + " " + answer.body());
        }
    }
}
