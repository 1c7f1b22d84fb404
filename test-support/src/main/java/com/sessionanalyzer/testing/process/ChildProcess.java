package com.sessionanalyzer.testing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that can be killed and started again. What it prints is appended to {@code <name>.log} in its directory. It
 * never outlives the tests: the end of their JVM kills it.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration KILLED = Duration.ofSeconds(10);

    private final String name;
    private final Path directory;
    private @Nullable Process process;

    /**
     * Nothing is started yet.
     *
     * @param directory where it runs, which must be there
     */
    public ChildProcess(String name, Path directory) {
        this.name = name;
        this.directory = directory.toAbsolutePath();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-of-" + name));
    }

    /** The java of this JVM, for the beginning of a command. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts it, beside the variables of this process with those given. */
    public synchronized void start(List<String> command, Map<String, String> environment) {
        if (isAlive()) {
            throw new IllegalStateException(name + " is running already");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(new HashMap<>(environment));
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    public long pid() {
        return started().pid();
    }

    /** Ends it at once, as {@code kill -9} does, and returns when it has ended. */
    public void kill() {
        started().destroyForcibly();
        if (!hasEnded(KILLED)) {
            throw new IllegalStateException(name + " could not be killed");
        }
    }

    /** Asks it to end, as a container engine does, and returns at once. */
    public void terminate() {
        started().destroy();
    }

    public boolean hasEnded(Duration patience) {
        try {
            return started().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What it has printed in all its starts. */
    public String output() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path log() {
        return directory.resolve(name + ".log");
    }

    private synchronized Process started() {
        Process last = process;
        if (last == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return last;
    }

    /** Kills it if it runs. */
    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }
}
