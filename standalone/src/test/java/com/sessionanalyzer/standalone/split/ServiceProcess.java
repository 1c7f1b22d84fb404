package com.sessionanalyzer.standalone.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One service as its executable jar, configured by its environment only, and started again when told so. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final Path directory;
    private final int port = LoopbackPort.claim(0, "a test");
    private final Map<String, String> environment;
    private @Nullable Process process;

    ServiceProcess(String name, Path directory, Map<String, String> environment) {
        this.name = name;
        this.directory = directory;
        this.environment = new HashMap<>(environment);
    }

    String name() {
        return name;
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    int port() {
        return port;
    }

    /** Starts it with one of its reference configurations. */
    ServiceProcess start(String reference) {
        Path configuration = Path.of("..", "docs", "reference", name + "-" + reference + ".yml")
                .toAbsolutePath();
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=tr",
                        "-jar",
                        jar().toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        command.environment().putAll(environment);
        command.environment().put("SERVER_PORT", String.valueOf(port));
        command.environment().put("SPRING_CONFIG_ADDITIONAL_LOCATION", "file:" + configuration.normalize());
        try {
            process = command.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    private Path jar() {
        try (Stream<Path> built =
                Files.list(Path.of("..", name, "target").toAbsolutePath().normalize())) {
            List<Path> jars =
                    built.filter(file -> file.toString().endsWith("-exec.jar")).toList();
            assertThat(jars).as("executable jars of " + name).hasSize(1);
            return jars.get(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    ServiceProcess awaitReady() {
        await().atMost(START).until(() -> !process().isAlive() || status("/readyz") == 200);
        assertThat(process().isAlive()).as(output()).isTrue();
        return this;
    }

    /** The status of an answer, or 0 when there is none. */
    int status(String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    void kill() {
        process().destroyForcibly();
        assertThat(hasEnded(Duration.ofSeconds(10))).isTrue();
    }

    /** Asks it to end, as a container engine does. */
    void terminate() {
        process().destroy();
    }

    boolean hasEnded(Duration patience) {
        try {
            return process().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String output() {
        try {
            return Files.readString(log());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path log() {
        return directory.resolve(name + ".log");
    }

    private Process process() {
        Process started = process;
        if (started == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return started;
    }

    @Override
    public void close() {
        if (process != null && process().isAlive()) {
            kill();
        }
    }
}
