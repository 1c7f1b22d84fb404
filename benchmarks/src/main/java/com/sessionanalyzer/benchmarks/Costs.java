package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What processes, and the one who sends to them, take of the machine while something is measured. */
final class Costs {

    private static final String SENDER = "sender";
    private static final double MILLION = 1e6;

    private final Processes processes;
    private final Spent sender = new Spent(ProcessHandle.current());
    private final Map<String, Double> spent = new TreeMap<>();
    private Map<String, Double> before = Map.of();

    Costs(Processes processes) {
        this.processes = processes;
    }

    void resume() {
        before = now();
    }

    void pause() {
        now().forEach((process, seconds) ->
                spent.merge(process, seconds - before.getOrDefault(process, 0.0), Double::sum));
    }

    private Map<String, Double> now() {
        Map<String, Double> now = new TreeMap<>(processes.cpuSeconds());
        now.put(SENDER, sender.cpuSeconds());
        return now;
    }

    /** Seconds of a core for a million records, and the most megabytes, by process. */
    Map<String, Object> perMillion(long records) throws IOException {
        Map<String, Object> costs = new LinkedHashMap<>(perMillion(spent, (double) records));
        costs.put("peakMegabytes", new TreeMap<>(processes.peakMegabytes()));
        return costs;
    }

    /** Seconds of a core for a million records, by process, of those that so many records took. */
    static Map<String, Object> perMillion(Map<String, Double> spent, double records) {
        Map<String, Object> seconds = new TreeMap<>();
        spent.forEach((process, all) -> seconds.put(process, Math.round(all / records * MILLION * 100) / 100.0));
        return Map.of("cpuSecondsPerMillion", seconds);
    }
}
