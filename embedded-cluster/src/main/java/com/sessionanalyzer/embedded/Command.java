package com.sessionanalyzer.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end; what it says goes to a file, because a server it starts keeps the file open. */
record Command(List<String> arguments) {

    private static final long TIMEOUT_SECONDS = 60;

    Command {
        arguments = List.copyOf(arguments);
    }

    static Command of(Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        return new Command(texts);
    }

    /**
     * Runs the program.
     *
     * @throws IOException with what it said last, when it fails or takes longer than a minute
     */
    void run() throws IOException {
        Path output = Files.createTempFile("csa", ".out");
        try {
            Process process = new ProcessBuilder(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(arguments.get(0) + " took longer than " + TIMEOUT_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(lastLine(output));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + arguments.get(0), interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private String lastLine(Path output) throws IOException {
        return Files.readString(output)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .orElse(arguments.get(0) + " failed");
    }
}
