package com.sessionanalyzer.torture;

import com.sessionanalyzer.schema.Position;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How long a restart after a kill takes when there are many records. */
final class RestartRun {

    private static final int PER_POST = 50_000;

    private static final Map<String, List<Victim>> CASES = cases();

    private final int records;
    private final long seed;
    private final RunLog log;
    private final Turnstile turnstile = new Turnstile();
    private final Journal journal = new Journal();
    private final Findings findings;

    RestartRun(int records, long seed, RunLog log) {
        this.records = records;
        this.seed = seed;
        this.log = log;
        this.findings = new Findings(log);
    }

    /**
     * What was measured.
     *
     * @param servingMillis from the start after the kill until all parts served and a new record was counted and shown
     */
    record Times(int records, double loadSeconds, Map<String, Long> servingMillis) {}

    private static Map<String, List<Victim>> cases() {
        Map<String, List<Victim>> cases = new LinkedHashMap<>();
        for (Victim victim : Victim.values()) {
            cases.put(victim.label(), List.of(victim));
        }
        cases.put("all services", List.of(Victim.INGEST, Victim.ANALYTICS, Victim.QUERY));
        cases.put("everything", List.of(Victim.values()));
        return cases;
    }

    Times run(Path directory) throws IOException, InterruptedException {
        try (Installation installation = Installation.start(directory, TortureRun.PARTITIONS);
                Reaper reaper = new Reaper(installation, turnstile, log)) {
            Http http = new Http(turnstile, findings);
            double loaded = load(installation, http);
            Map<String, Long> serving = new LinkedHashMap<>();
            for (Map.Entry<String, List<Victim>> each : CASES.entrySet()) {
                long begin = System.nanoTime();
                reaper.execute(each.getValue().stream()
                        .map(victim -> new Kill(victim, 0, 0))
                        .toList());
                new Probe(installation, http, journal, seed, "probe " + each.getKey()).passThrough();
                serving.put(each.getKey(), (System.nanoTime() - begin) / 1_000_000);
                log.say(each.getKey() + " killed: serving after " + serving.get(each.getKey()) + " ms");
            }
            return new Times(records, loaded, serving);
        }
    }

    private double load(Installation installation, Http http) throws InterruptedException {
        long begin = System.nanoTime();
        Random random = new Random(seed);
        List<Position> positions = new ArrayList<>();
        for (int sent = 0; sent < records; sent += PER_POST) {
            byte[] body = body(sent, Math.min(PER_POST, records - sent), random);
            String key = "load-" + sent;
            positions.add(http.until(
                            each -> each.status() == 200,
                            () -> http.send(
                                    "POST",
                                    installation.ingest("/api/sessions/bulk"),
                                    BodyPublishers.ofByteArray(body),
                                    "Content-Type",
                                    "application/x-ndjson",
                                    "Idempotency-Key",
                                    key))
                    .position());
        }
        Position all = positions.stream().reduce(Position.BEGINNING, Position::and);
        http.until(
                each -> each.status() == 200 && each.position().contains(all),
                () -> http.get(installation.query("/api/insights?limit=1"), Position.HEADER, all.toString()));
        new Probe(installation, http, journal, seed, "probe first").passThrough();
        double seconds = (System.nanoTime() - begin) / 1e9;
        log.say(records + " records loaded, counted and stored in " + Math.round(seconds) + " s");
        return seconds;
    }

    private static byte[] body(int first, int count, Random random) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(Review.random("load-" + (first + i), random).json()).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
