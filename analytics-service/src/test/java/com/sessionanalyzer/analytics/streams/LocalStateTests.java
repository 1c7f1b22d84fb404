package com.sessionanalyzer.analytics.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTests {

    @TempDir
    Path directory;

    private LocalState state;

    @BeforeEach
    void open() {
        state = new LocalState(directory, "session-analytics");
    }

    @Test
    void keepsTheStateOfTheSameCluster() throws IOException {
        state.claim("one");
        Path file = write();

        state.claim("one");

        assertThat(file).exists();
    }

    @Test
    void deletesTheStateOfAnotherCluster() throws IOException {
        state.claim("one");
        Path file = write();

        state.claim("two");

        assertThat(file).doesNotExist();
    }

    @Test
    void deletesStateOfUnknownOrigin() throws IOException {
        Path file = write();

        state.claim("one");

        assertThat(file).doesNotExist();
    }

    @Test
    void leavesOtherApplicationsAlone() throws IOException {
        LocalState other = new LocalState(directory, "other-analytics");
        other.claim("one");
        Path file = Files.writeString(directory.resolve("other-analytics").resolve("file"), "state");

        state.claim("two");

        assertThat(file).exists();
    }

    private Path write() throws IOException {
        Path application = Files.createDirectories(directory.resolve("session-analytics"));
        return Files.writeString(application.resolve("file"), "state");
    }
}
