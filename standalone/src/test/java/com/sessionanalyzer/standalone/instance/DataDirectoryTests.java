package com.sessionanalyzer.standalone.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    private static final Instance INSTANCE = new Instance(
            "http://127.0.0.1:5007", "127.0.0.1:9", "jdbc:postgresql://127.0.0.1:8/csa", "csa", "secret", "acme", 7);

    @TempDir
    Path parent;

    private DataDirectory directory = new DataDirectory(Path.of("data"));

    @BeforeEach
    void directory() {
        directory = new DataDirectory(parent.resolve("data"));
    }

    @Test
    void isMadeWhenItIsMissing() throws IOException {
        directory.claim().close();

        assertThat(directory.home()).isDirectory();
    }

    @Test
    void isOneInstancesAtATime() throws IOException {
        try (InstanceLock held = directory.claim()) {
            INSTANCE.publish(directory);

            assertThatExceptionOfType(PlainFailure.class)
                    .isThrownBy(directory::claim)
                    .withMessage(
                            "The data directory %s is in use by another instance at http://127.0.0.1:5007.",
                            directory.home());
            assertThat(held).isNotNull();
        }
    }

    @Test
    void isFreeAgainWhenItsInstanceEnds() throws IOException {
        directory.claim().close();

        directory.claim().close();
    }

    @Test
    void leavesFilesOfOthersAlone() throws IOException {
        Files.createDirectories(directory.home());
        Files.writeString(directory.home().resolve("thesis.txt"), "precious");

        assertThatExceptionOfType(PlainFailure.class)
                .isThrownBy(directory::claim)
                .withMessageContaining("holds files that are not ours");
    }

    @Test
    void isNoFile() throws IOException {
        Files.createFile(directory.home());

        assertThatExceptionOfType(PlainFailure.class)
                .isThrownBy(directory::claim)
                .withMessageEndingWith("is a file.");
    }

    @Test
    void isEmptiedAsAWhole() throws IOException {
        try (InstanceLock held = directory.claim()) {
            for (Path part : new Path[] {directory.kafka(), directory.streams(), directory.postgres()}) {
                Files.createDirectories(part.resolve("deep"));
            }
            Files.writeString(directory.cluster(), "id");

            directory.empty();

            assertThat(held).isNotNull();
            assertThat(directory.home()).isDirectoryNotContaining("glob:**/{kafka,streams,postgres,cluster}");
        }
    }

    @Test
    void tellsItsOwnerWhereTheInstanceIs() throws IOException {
        Files.createDirectories(directory.home());

        INSTANCE.publish(directory);

        assertThat(Instance.find(directory)).contains(INSTANCE);
        assertThat(Files.getPosixFilePermissions(directory.instance()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void hasNoInstanceBeforeOneIsReadyAndAfterItStopped() throws IOException {
        Files.createDirectories(directory.home());
        assertThat(Instance.find(directory)).isEmpty();

        INSTANCE.publish(directory);
        Instance.withdraw(directory);

        assertThat(Instance.find(directory)).isEmpty();
    }
}
