package com.sessionanalyzer.query.cube;

import static com.sessionanalyzer.query.cube.KeptTexts.ACME;
import static com.sessionanalyzer.query.cube.KeptTexts.NOON;
import static com.sessionanalyzer.query.cube.KeptTexts.NUMBERS_0;
import static com.sessionanalyzer.query.cube.KeptTexts.RECORDS_0;
import static com.sessionanalyzer.query.cube.KeptTexts.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are used. */
class CubeFileTests {

    @TempDir
    Path directory;

    private KeptTexts kept;

    @BeforeEach
    void twoTopics() {
        kept = new KeptTexts(directory);
    }

    @Test
    void goesOnFromWhatWasKept() {
        kept.keep(KeptTexts.state("a"));

        CubeState<List<String>> read = kept.read(kept.file(1)).orElseThrow();

        assertThat(read.part(ACME)).containsExactly("a");
        assertThat(read.asOf(ACME)).isEqualTo(NOON);
        assertThat(read.asOf()).isEqualTo(NOON);
        assertThat(read.position().offsets()).isEqualTo(Map.of(0, 7L));
        assertThat(read.places(SOURCE)).isEqualTo(Map.of(NUMBERS_0, 40L, RECORDS_0, 8L));
    }

    @Test
    void hasNothingAtFirst() {
        assertThat(kept.read(kept.file(1))).isEmpty();
    }

    @Test
    void readsAllWhenATopicWasMadeAnew() {
        kept.keep(KeptTexts.state("a"));
        kept.ids.put("numbers", Uuid.randomUuid());

        assertThat(kept.read(kept.file(1))).isEmpty();
    }

    @Test
    void readsAllWhenTheLogLostItsEndOrItsBeginning() {
        kept.keep(KeptTexts.state("a"));

        kept.consumer.updateEndOffsets(Map.of(RECORDS_0, 7L));
        assertThat(kept.read(kept.file(1))).isEmpty();

        kept.consumer.updateEndOffsets(Map.of(RECORDS_0, 8L));
        assertThat(kept.read(kept.file(1))).isPresent();

        kept.consumer.updateBeginningOffsets(Map.of(NUMBERS_0, 41L));
        assertThat(kept.read(kept.file(1))).isEmpty();
    }

    @Test
    void readsAllWhenDeletionsMayHaveLeftTheLogSince() {
        kept.keep(KeptTexts.state("a"));

        kept.now = NOON.plus(Duration.ofHours(20));
        assertThat(kept.read(kept.file(1))).isPresent();

        kept.now = kept.now.plusSeconds(1);
        assertThat(kept.read(kept.file(1))).isEmpty();
    }

    @Test
    void readsAllWhenItIsOfTheFutureAsItsAgeIsNotKnown() {
        kept.keep(KeptTexts.state("a"));

        kept.now = NOON.minus(Duration.ofMinutes(5));
        assertThat(kept.read(kept.file(1))).isPresent();

        kept.now = kept.now.minusSeconds(1);
        assertThat(kept.read(kept.file(1))).isEmpty();
    }

    @Test
    void readsAllWhenTheFileIsNotWhatItsVersionSays() {
        kept.keep(KeptTexts.state("nonsense"));

        assertThat(kept.read(kept.file(1))).isEmpty();
    }

    @Test
    void readsAllWhenAnotherVersionWroteIt() {
        kept.keep(KeptTexts.state("a"));

        assertThat(kept.read(kept.file(2))).isEmpty();
    }

    @Test
    void readsAllWhenTheFileIsDamaged() throws IOException {
        kept.keep(KeptTexts.state("a"));
        byte[] bytes = Files.readAllBytes(kept.path());
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept.path(), bytes);

        assertThat(kept.read(kept.file(1))).isEmpty();
    }

    @Test
    void keepsNothingOfTopicsThatItDoesNotKnow() {
        kept.ids.clear();
        CubeFile<List<String>> file = kept.file(1);

        assertThat(kept.read(file)).isEmpty();
        file.loaded(KeptTexts.state("a"), 1);

        assertThat(kept.path()).doesNotExist();
    }
}
