package com.sessionanalyzer.torture;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What happened, line by line, each with the seconds since the run began. */
final class RunLog implements AutoCloseable {

    private final long begin = System.nanoTime();
    private final BufferedWriter file;
    private final PrintWriter console;

    RunLog(Path file, PrintWriter console) throws IOException {
        this.file = Files.newBufferedWriter(file);
        this.console = console;
    }

    synchronized void say(String what) {
        String line = String.format(Locale.ROOT, "%8.2f %s", (System.nanoTime() - begin) / 1e9, what);
        console.println(line);
        console.flush();
        try {
            file.write(line);
            file.newLine();
            file.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
