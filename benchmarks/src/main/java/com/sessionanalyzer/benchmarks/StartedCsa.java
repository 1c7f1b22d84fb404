package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product in one process, with empty data and a free port: what is taken in is counted and stored at once. */
final class StartedCsa implements Instance {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final String NAME = "csa";
    private static final String DATABASE = "database";
    private static final String INSTANCE = "instance.json";

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
        return start(csa, environment, Files.createTempDirectory("csa-bench"));
    }

    /** Starts another with what this one has left, which was ended. */
    StartedCsa again(List<String> csa) throws IOException, InterruptedException {
        Files.deleteIfExists(data.resolve(INSTANCE));
        return start(csa, Map.of(), data);
    }

    private static StartedCsa start(List<String> csa, Map<String, String> environment, Path data)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(csa);
        command.addAll(List.of("start", "--data", data.toString(), "--port", Integer.toString(freePort())));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
        builder.environment().put("CSA_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-of-instance"));
        return new StartedCsa(process, data, ready(process, data.resolve(INSTANCE)));
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
        return Map.of(NAME, new Spent(process.toHandle()).cpuSeconds(), DATABASE, databaseSeconds());
    }

    /** Of the server and its sessions that are open; it is no child of the instance. */
    private double databaseSeconds() {
        try {
            List<String> postmaster =
                    Files.readAllLines(data.resolve("postgres").resolve("data").resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(postmaster.get(0).strip()))
                    .map(server -> Stream.concat(Stream.of(server), server.children())
                            .mapToDouble(part -> new Spent(part).cpuSeconds())
                            .filter(Double::isFinite)
                            .sum())
                    .orElse(0.0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Map<String, Long> peakMegabytes() throws IOException {
        return Map.of(NAME, new Spent(process.toHandle()).peakMegabytes());
    }

    @Override
    public void close() throws IOException {
        try {
            end();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(data);
    }

    /** Ends the process, and leaves its data. */
    void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
    }
}
