package com.sessionanalyzer.testing;

import com.sessionanalyzer.embedded.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;

/** What lives as long as the JVM of the tests. */
public final class TestRun {

    private static final Deque<Runnable> ENDS = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestRun::end, "end-of-tests"));
    }

    private TestRun() {}

    /**
     * Starts something on a directory of its own. It is closed and the directory deleted when the JVM ends, before what was
     * started earlier.
     */
    public static <T extends AutoCloseable> T keep(Function<Path, T> start) {
        Path directory = temporaryDirectory();
        T started = start.apply(directory);
        ENDS.push(() -> end(started, directory));
        return started;
    }

    private static void end() {
        ENDS.forEach(Runnable::run);
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("csa-test");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void end(AutoCloseable started, Path directory) {
        try {
            started.close();
            Directories.delete(directory);
        } catch (Exception failed) {
            throw new IllegalStateException("test resources in " + directory + " could not be closed", failed);
        }
    }
}
