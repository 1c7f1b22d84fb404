package com.sessionanalyzer.analytics.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTests {

    private static final String TOPICS = "first second";

    @TempDir
    Path directory;

    private LocalState state;

    @BeforeEach
    void open() {
        state = new LocalState(directory, "session-analytics");
    }

    @Test
    void keepsTheStateOfTheSameCluster() throws IOException {
        state.claim("one", TOPICS);
        Path file = write();

        state.claim("one", TOPICS);

        assertThat(file).exists();
    }

    @Test
    void deletesTheStateOfAnotherCluster() throws IOException {
        state.claim("one", TOPICS);
        Path file = write();

        state.claim("two", TOPICS);

        assertThat(file).doesNotExist();
    }

    @Test
    void deletesTheStateOfTopicsThatWereMadeAnew() throws IOException {
        state.claim("one", TOPICS);
        Path file = write();

        state.claim("one", "first third");

        assertThat(file).doesNotExist();
    }

    @Test
    void keepsStateThatNotesTheClusterAlone() throws IOException {
        Path file = write();
        Files.writeString(directory.resolve("session-analytics.cluster"), "one");

        state.claim("one", TOPICS);

        assertThat(file).exists();
        assertThat(directory.resolve("session-analytics.cluster")).hasContent("one\n" + TOPICS);
    }

    @Test
    void deletesStateOfUnknownOrigin() throws IOException {
        Path file = write();

        state.claim("one", TOPICS);

        assertThat(file).doesNotExist();
    }

    @Test
    void leavesOtherApplicationsAlone() throws IOException {
        LocalState other = new LocalState(directory, "other-analytics");
        other.claim("one", TOPICS);
        Path file = Files.writeString(directory.resolve("other-analytics").resolve("file"), "state");

        state.claim("two", TOPICS);

        assertThat(file).exists();
    }

    private Path write() throws IOException {
        Path application = Files.createDirectories(directory.resolve("session-analytics"));
        return Files.writeString(application.resolve("file"), "state");
    }
}
