package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM like this one, with options of its own; what it prints is in a file. */
final class StartedJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Process process;
    private final Path log;

    private StartedJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static StartedJvm start(List<String> arguments, Map<String, String> environment, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-of-process"));
        return new StartedJvm(process, log);
    }

    /** Waits until it is ready. */
    void await(Readiness readiness) throws IOException, InterruptedException {
        await(readiness, PATIENCE);
    }

    /** Waits until it has come so far, unless it ends before. */
    void await(Readiness readiness, Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!readiness.isReady()) {
            if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IOException("a process has ended, or took too long; it said:\n" + output());
            }
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Ends it as a crash would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    Spent spent() {
        return new Spent(process.toHandle());
    }

    /** Ends it, as an operator would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a process can be used. */
    @FunctionalInterface
    interface Readiness {
        boolean isReady() throws IOException, InterruptedException;
    }
}
