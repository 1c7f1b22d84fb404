package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product in one process, with empty data and a free port: what is taken in is counted and stored at once. */
final class StartedCsa implements Instance {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final String NAME = "csa";

    private final Process process;
    private final Path data;
    private final JsonNode instance;

    private StartedCsa(Process process, Path data, JsonNode instance) {
        this.process = process;
        this.data = data;
        this.instance = instance;
    }

    static StartedCsa start(List<String> csa) throws IOException, InterruptedException {
        return start(csa, Map.of());
    }

    /** Starts it with more environment. */
    static StartedCsa start(List<String> csa, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("csa-bench");
        List<String> command = new ArrayList<>(csa);
        command.addAll(List.of("start", "--data", data.toString(), "--port", Integer.toString(freePort())));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
        builder.environment().put("CSA_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-of-instance"));
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

    @Override
    public String url() {
        return instance.path("url").asString();
    }

    @Override
    public String bootstrapServers() {
        return instance.path("bootstrapServers").asString();
    }

    @Override
    public List<String> loadOptions() {
        return List.of("--data", data.toString());
    }

    @Override
    public Map<String, Double> cpuSeconds() {
        double database = process.descendants()
                .mapToDouble(descendant -> new Spent(descendant).cpuSeconds())
                .filter(Double::isFinite)
                .sum();
        return Map.of(NAME, new Spent(process.toHandle()).cpuSeconds(), "database", database);
    }

    @Override
    public Map<String, Long> peakMegabytes() throws IOException {
        return Map.of(NAME, new Spent(process.toHandle()).peakMegabytes());
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
