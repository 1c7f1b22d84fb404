package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An instance of its own, with empty data and a free port. */
final class StartedCsa implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final Process process;
    private final Path data;
    private final JsonNode instance;

    private StartedCsa(Process process, Path data, JsonNode instance) {
        this.process = process;
        this.data = data;
        this.instance = instance;
    }

    static StartedCsa start(Path csa) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("csa-bench");
        Process process = new ProcessBuilder(
                        csa.toAbsolutePath().normalize().toString(),
                        "start",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(freePort()))
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile())
                .start();
        return new StartedCsa(process, data, ready(process, data.resolve("instance.json")));
    }

    private static JsonNode ready(Process process, Path file) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file)) {
            if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                process.destroy();
                throw new IOException("the instance did not start; see " + file.getParent() + ".log");
            }
        }
        return new JsonMapper().readTree(Files.readAllBytes(file));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return instance.path("url").asString();
    }

    String bootstrapServers() {
        return instance.path("bootstrapServers").asString();
    }

    Path data() {
        return data;
    }

    /** Seconds of a core that its JVM has taken. */
    double cpuSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .map(millis -> millis / 1e3)
                .orElse(Double.NaN);
    }

    /** The most memory that its JVM has had, in megabytes; 0 where the system does not say. */
    long peakMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(data);
    }
}
