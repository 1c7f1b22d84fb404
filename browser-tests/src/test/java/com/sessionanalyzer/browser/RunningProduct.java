package com.sessionanalyzer.browser;

import com.sessionanalyzer.embedded.LoopbackPort;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.Instance;
import com.sessionanalyzer.testing.process.UnpackedProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The whole product in a process of its own, started by its command line on an empty data directory. */
final class RunningProduct implements AutoCloseable {

    private static final int STOP_SECONDS = 20;
    private static final List<String> JVM = List.of(
            "-Xmx640m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dcsa.intake.publish-timeout=20s"); // a busy machine is no reason for 503

    private final Process process;
    private final Path data;
    private final String url;

    private RunningProduct(Process process, Path data, String url) {
        this.process = process;
        this.data = data;
        this.url = url;
    }

    static RunningProduct start() throws IOException {
        Path data = Files.createTempDirectory("csa-browser-tests");
        int port = LoopbackPort.claim(0, "the browser tests");
        List<String> command = new ArrayList<>(UnpackedProgram.product(JVM));
        command.addAll(List.of("start", "--port", String.valueOf(port), "--data", data.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        awaitReady(process);
        return new RunningProduct(process, data, "http://127.0.0.1:" + port);
    }

    private static void awaitReady(Process process) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            last.add(line);
            if (line.contains("is ready: http")) {
                drain(out);
                return;
            }
        }
        throw new IllegalStateException("the product did not start: " + String.join("\n", last));
    }

    private static void drain(BufferedReader out) {
        Thread reader = new Thread(() -> out.lines().forEach(line -> {}), "product-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** What the running instance says about itself. */
    Instance instance() {
        return Instance.find(new DataDirectory(data)).orElseThrow();
    }

    String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .thenApply(Process::destroyForcibly)
                .thenCompose(Process::onExit)
                .join();
        FileSystemUtils.deleteRecursively(data);
    }
}
