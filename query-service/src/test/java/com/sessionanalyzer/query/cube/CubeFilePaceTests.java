package com.sessionanalyzer.query.cube;

import static com.sessionanalyzer.query.cube.KeptTexts.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the file is written. */
class CubeFilePaceTests {

    @TempDir
    Path directory;

    private KeptTexts kept;

    @BeforeEach
    void twoTopics() {
        kept = new KeptTexts(directory);
    }

    @Test
    void isWrittenWhenEnoughHasChangedAndNotTooOften() throws IOException {
        CubeFile<List<String>> file = kept.file(1);
        kept.read(file);
        file.loaded(KeptTexts.state("a"), 1);
        assertThat(kept.wasWritten()).isTrue();

        file.changed(KeptTexts.state("a", "b"), 1);
        kept.pass(Duration.ofSeconds(29));
        file.changed(KeptTexts.state("a", "b"), 0);
        assertThat(kept.wasWritten()).isFalse();

        kept.pass(Duration.ofSeconds(1));
        file.changed(KeptTexts.state("a", "b"), 0);
        assertThat(kept.wasWritten()).isTrue();
        assertThat(kept.read(kept.file(1)).orElseThrow().part(ACME)).containsExactly("a", "b");
    }

    @Test
    void isWrittenLessOftenWhenItIsLarge() throws IOException {
        CubeFile<List<String>> file = kept.file(1);
        kept.read(file);
        file.loaded(KeptTexts.state("a".repeat(9_500)), 10);
        assertThat(kept.wasWritten()).isTrue();

        kept.pass(Duration.ofSeconds(30));
        file.changed(KeptTexts.state("b".repeat(9_500)), 9);
        assertThat(kept.wasWritten()).isFalse();

        file.changed(KeptTexts.state("b".repeat(9_500)), 1);
        assertThat(kept.wasWritten()).isTrue();
    }

    @Test
    void staysUsableWhileNothingChanges() throws IOException {
        CubeFile<List<String>> file = kept.file(1);
        kept.read(file);
        file.loaded(KeptTexts.state("a"), 1);
        assertThat(kept.wasWritten()).isTrue();

        kept.pass(Duration.ofHours(1));
        file.changed(KeptTexts.state("a"), 0);

        assertThat(kept.wasWritten()).isTrue();
    }

    @Test
    void isWrittenInTheEndWhenAnythingHasChanged() throws IOException {
        CubeFile<List<String>> file = kept.file(1);
        kept.read(file);
        file.loaded(KeptTexts.state("a"), 1);
        assertThat(kept.wasWritten()).isTrue();

        file.ending(KeptTexts.state("a"));
        assertThat(kept.wasWritten()).isFalse();

        file.changed(KeptTexts.state("a", "b"), 1);
        file.ending(KeptTexts.state("a", "b"));
        assertThat(kept.wasWritten()).isTrue();
    }

    @Test
    void isWrittenAfterAStartOnlyWhenThatReadMuch() throws IOException {
        kept.keep(KeptTexts.state("a".repeat(9_500)));
        assertThat(kept.wasWritten()).isTrue();
        CubeFile<List<String>> file = kept.file(1);
        assertThat(kept.read(file)).isPresent();

        file.loaded(KeptTexts.state("a".repeat(9_500)), 9);
        assertThat(kept.wasWritten()).isFalse();
    }

    @Test
    void goesOnWhereItCannotWrite() throws IOException {
        Files.writeString(directory.resolve("state"), "a file, no directory");
        CubeFile<List<String>> file = kept.file(1);

        assertThat(kept.read(file)).isEmpty();
        file.loaded(KeptTexts.state("a"), 1);
        kept.pass(Duration.ofMinutes(1));
        Files.delete(directory.resolve("state"));
        file.changed(KeptTexts.state("a"), 0);

        assertThat(kept.wasWritten()).isTrue();
    }
}
