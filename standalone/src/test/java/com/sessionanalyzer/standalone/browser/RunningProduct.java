package com.sessionanalyzer.standalone.browser;

import com.sessionanalyzer.standalone.Csa;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.Instance;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The whole product in a process of its own, started by its command line on an empty data directory. */
final class RunningProduct implements AutoCloseable {

    private static final int STOP_SECONDS = 20;

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
        int port = freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx640m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dcsa.intake.publish-timeout=20s", // a busy machine is no reason for 503
                        "-cp",
                        System.getProperty("java.class.path"),
                        Csa.class.getName(),
                        "start",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .start();
        awaitReady(process);
        return new RunningProduct(process, data, "http://127.0.0.1:" + port);
    }

    /** Below the ports that systems hand out themselves, which the product's embedded parts will get. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(21_000, 31_000)
                .filter(RunningProduct::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException inUse) {
            return false;
        }
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
