package com.sessionanalyzer.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the demo has come in a data directory.
 *
 * @param begun  when it was started first; its history ends there
 * @param posted reviews posted so far
 */
record DemoProgress(long seed, Instant begun, int posted) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The progress in the file, or that of a demo that begins now. */
    static DemoProgress in(Path file, long seed, Instant now) {
        try {
            return Files.exists(file)
                    ? JSON.readValue(Files.readString(file), DemoProgress.class)
                    : new DemoProgress(seed, now, 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    DemoProgress plus(int reviews) {
        return new DemoProgress(seed, begun, posted + reviews);
    }

    void keep(Path file) {
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(unfinished, JSON.writeValueAsString(this));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
