package com.sessionanalyzer.standalone;

import com.sessionanalyzer.embedded.LoopbackPort;
import com.sessionanalyzer.testing.process.UnpackedProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, as a person would run it. */
final class RunningCsa {

    private static final List<String> JVM = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dcsa.intake.publish-timeout=20s", // a busy machine is no reason for 503
            "-Duser.language=tr");

    private final Process process;
    private final Path output;

    private RunningCsa(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static RunningCsa run(Path directory, String... arguments) throws IOException {
        Path output = Files.createTempFile(directory, "csa", ".out");
        List<String> command = new ArrayList<>(UnpackedProgram.product(JVM));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new RunningCsa(process, output);
    }

    static int freePort() {
        return LoopbackPort.claim(0, "a test");
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Writes to its standard input, which stays open. */
    void write(byte[] bytes) throws IOException {
        process.getOutputStream().write(bytes);
        process.getOutputStream().flush();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    int waitForEnd() throws InterruptedException {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("csa did not end");
        }
        return process.exitValue();
    }

    /** Ctrl-C, in effect. */
    void interrupt() {
        process.destroy();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    static HttpResponse<String> post(int port, String json) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/upload"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    static String get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    static HttpResponse<String> delete(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .DELETE()
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
