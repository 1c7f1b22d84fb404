package com.sessionanalyzer.query.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes something to a file and reads it again. */
public final class Kept {

    private Kept() {}

    /** Writes something. */
    @FunctionalInterface
    public interface Writing {

        void to(StateOutput output) throws IOException;
    }

    /** Reads what was written. */
    @FunctionalInterface
    public interface Reading<T> {

        T from(StateInput input) throws IOException;
    }

    /** What is read of what was written. */
    public static <T> T again(Writing writing, Reading<T> reading) {
        try {
            Path file = Files.createTempFile("kept", ".state");
            try {
                try (StateOutput output = StateOutput.to(file)) {
                    writing.to(output);
                    output.end();
                }
                try (StateInput input = StateInput.of(file)) {
                    return reading.from(input);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
