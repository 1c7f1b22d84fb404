package com.sessionanalyzer.testing.process;

import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One instance of a service as its image has it, configured by its environment only, on a port and in a directory that
 * stay the same when it is started again.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final List<String> JVM =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.language=tr");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String service;
    private final ChildProcess process;
    private final int port = LoopbackPort.claim(0, "a test");
    private final Map<String, String> environment;

    /**
     * Nothing is started yet.
     *
     * @param service     the module, such as {@code query-service}
     * @param directory   of this instance alone; it must be there
     * @param environment its settings, beside the address of its port
     */
    public ServiceProcess(String service, Path directory, Map<String, String> environment) {
        this.service = service;
        this.process = new ChildProcess(service, directory);
        this.environment = new HashMap<>(environment);
        this.environment.putIfAbsent(
                "CSA_ANALYTICS_STATE_DIR", directory.resolve("streams").toString());
        this.environment.putIfAbsent(
                "CSA_INTAKE_STATE_DIR", directory.resolve("intake").toString());
        this.environment.putIfAbsent(
                "CSA_QUERY_STATE_DIR", directory.resolve("query").toString());
    }

    public String service() {
        return service;
    }

    public int port() {
        return port;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A setting for the next start. */
    public void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** Starts it with one of its reference configurations, {@code minimal} or {@code full}, and returns at once. */
    public ServiceProcess start(String reference) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("SERVER_PORT", String.valueOf(port));
        variables.put(
                "SPRING_CONFIG_ADDITIONAL_LOCATION",
                "file:" + Repository.file("docs", "reference", service + "-" + reference + ".yml"));
        process.start(UnpackedProgram.service(service, JVM), variables);
        return this;
    }

    /**
     * Waits until it takes requests.
     *
     * @throws IllegalStateException with all it printed when it ended instead
     */
    public ServiceProcess awaitReady() {
        await().atMost(START).until(() -> !process.isAlive() || status("/readyz") == 200);
        if (!process.isAlive()) {
            throw new IllegalStateException(service + " ended instead of getting ready:\n" + output());
        }
        return this;
    }

    /** The status of an answer, or 0 when there is none. */
    public int status(String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(uri(path))
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

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    /** Asks it to end, as a container engine does, and returns at once. */
    public void terminate() {
        process.terminate();
    }

    public boolean hasEnded(Duration patience) {
        return process.hasEnded(patience);
    }

    /** What it has printed in all its starts. */
    public String output() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }
}
