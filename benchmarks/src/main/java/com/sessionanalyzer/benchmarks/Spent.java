package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process has taken of the machine. */
record Spent(ProcessHandle process) {

    private static final double MILLIS = 1e3;
    private static final long KILOBYTES = 1024;

    /** Seconds of a core. */
    double cpuSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .map(millis -> millis / MILLIS)
                .orElse(Double.NaN);
    }

    /** The most memory that it has had, in megabytes; 0 where the system does not say. */
    long peakMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
                .findFirst()
                .orElse(0);
    }
}
