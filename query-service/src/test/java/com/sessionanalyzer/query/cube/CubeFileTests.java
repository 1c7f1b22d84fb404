package com.sessionanalyzer.query.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import com.sessionanalyzer.schema.OrganizationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CubeFileTests {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final String SOURCE = "records";
    private static final TopicPartition NUMBERS_0 = new TopicPartition("numbers", 0);
    private static final TopicPartition RECORDS_0 = new TopicPartition(SOURCE, 0);
    private static final List<TopicPartition> PARTITIONS = List.of(NUMBERS_0, RECORDS_0);
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    Path directory;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final Map<String, Uuid> ids = new HashMap<>();
    private Instant now = NOON;
    private long nanos;

    @BeforeEach
    void twoTopics() {
        ids.put("numbers", Uuid.randomUuid());
        ids.put(SOURCE, Uuid.randomUuid());
        consumer.updateBeginningOffsets(Map.of(NUMBERS_0, 0L, RECORDS_0, 0L));
        consumer.updateEndOffsets(Map.of(NUMBERS_0, 40L, RECORDS_0, 8L));
    }

    @Test
    void goesOnFromWhatWasKept() {
        keep(state("a"));

        CubeState<List<String>> read = read(file(1)).orElseThrow();

        assertThat(read.part(ACME)).containsExactly("a");
        assertThat(read.asOf(ACME)).isEqualTo(NOON);
        assertThat(read.asOf()).isEqualTo(NOON);
        assertThat(read.position().offsets()).isEqualTo(Map.of(0, 7L));
        assertThat(read.places(SOURCE)).isEqualTo(Map.of(NUMBERS_0, 40L, RECORDS_0, 8L));
    }

    @Test
    void hasNothingAtFirst() {
        assertThat(read(file(1))).isEmpty();
    }

    @Test
    void readsAllWhenATopicWasMadeAnew() {
        keep(state("a"));
        ids.put("numbers", Uuid.randomUuid());

        assertThat(read(file(1))).isEmpty();
    }

    @Test
    void readsAllWhenTheLogLostItsEndOrItsBeginning() {
        keep(state("a"));

        consumer.updateEndOffsets(Map.of(RECORDS_0, 7L));
        assertThat(read(file(1))).isEmpty();

        consumer.updateEndOffsets(Map.of(RECORDS_0, 8L));
        assertThat(read(file(1))).isPresent();

        consumer.updateBeginningOffsets(Map.of(NUMBERS_0, 41L));
        assertThat(read(file(1))).isEmpty();
    }

    @Test
    void readsAllWhenDeletionsMayHaveLeftTheLogSince() {
        keep(state("a"));

        now = NOON.plus(Duration.ofHours(20));
        assertThat(read(file(1))).isPresent();

        now = now.plusSeconds(1);
        assertThat(read(file(1))).isEmpty();
    }

    @Test
    void readsAllWhenItIsOfTheFutureAsItsAgeIsNotKnown() {
        keep(state("a"));

        now = NOON.minus(Duration.ofMinutes(5));
        assertThat(read(file(1))).isPresent();

        now = now.minusSeconds(1);
        assertThat(read(file(1))).isEmpty();
    }

    @Test
    void readsAllWhenTheFileIsNotWhatItsVersionSays() {
        keep(state("nonsense"));

        assertThat(read(file(1))).isEmpty();
    }

    @Test
    void readsAllWhenAnotherVersionWroteIt() {
        keep(state("a"));

        assertThat(read(file(2))).isEmpty();
    }

    @Test
    void readsAllWhenTheFileIsDamaged() throws IOException {
        keep(state("a"));
        byte[] bytes = Files.readAllBytes(path());
        bytes[bytes.length / 2] ^= 1;
        Files.write(path(), bytes);

        assertThat(read(file(1))).isEmpty();
    }

    @Test
    void keepsNothingOfTopicsThatItDoesNotKnow() {
        ids.clear();
        CubeFile<List<String>> file = file(1);

        assertThat(read(file)).isEmpty();
        file.loaded(state("a"), 1);

        assertThat(path()).doesNotExist();
    }

    @Test
    void isWrittenWhenEnoughHasChangedAndNotTooOften() throws IOException {
        CubeFile<List<String>> file = file(1);
        read(file);
        file.loaded(state("a"), 1);
        assertThat(wasWritten()).isTrue();

        file.changed(state("a", "b"), 1);
        pass(Duration.ofSeconds(29));
        file.changed(state("a", "b"), 0);
        assertThat(wasWritten()).isFalse();

        pass(Duration.ofSeconds(1));
        file.changed(state("a", "b"), 0);
        assertThat(wasWritten()).isTrue();
        assertThat(read(file(1)).orElseThrow().part(ACME)).containsExactly("a", "b");
    }

    @Test
    void isWrittenLessOftenWhenItIsLarge() throws IOException {
        CubeFile<List<String>> file = file(1);
        read(file);
        file.loaded(state("a".repeat(9_500)), 10);
        assertThat(wasWritten()).isTrue();

        pass(Duration.ofSeconds(30));
        file.changed(state("b".repeat(9_500)), 9);
        assertThat(wasWritten()).isFalse();

        file.changed(state("b".repeat(9_500)), 1);
        assertThat(wasWritten()).isTrue();
    }

    @Test
    void staysUsableWhileNothingChanges() throws IOException {
        CubeFile<List<String>> file = file(1);
        read(file);
        file.loaded(state("a"), 1);
        assertThat(wasWritten()).isTrue();

        pass(Duration.ofHours(1));
        file.changed(state("a"), 0);

        assertThat(wasWritten()).isTrue();
    }

    @Test
    void isWrittenInTheEndWhenAnythingHasChanged() throws IOException {
        CubeFile<List<String>> file = file(1);
        read(file);
        file.loaded(state("a"), 1);
        assertThat(wasWritten()).isTrue();

        file.ending(state("a"));
        assertThat(wasWritten()).isFalse();

        file.changed(state("a", "b"), 1);
        file.ending(state("a", "b"));
        assertThat(wasWritten()).isTrue();
    }

    @Test
    void isWrittenAfterAStartOnlyWhenThatReadMuch() throws IOException {
        keep(state("a".repeat(9_500)));
        assertThat(wasWritten()).isTrue();
        CubeFile<List<String>> file = file(1);
        assertThat(read(file)).isPresent();

        file.loaded(state("a".repeat(9_500)), 9);
        assertThat(wasWritten()).isFalse();
    }

    @Test
    void goesOnWhereItCannotWrite() throws IOException {
        Files.writeString(directory.resolve("state"), "a file, no directory");
        CubeFile<List<String>> file = file(1);

        assertThat(read(file)).isEmpty();
        file.loaded(state("a"), 1);
        pass(Duration.ofMinutes(1));
        Files.delete(directory.resolve("state"));
        file.changed(state("a"), 0);

        assertThat(wasWritten()).isTrue();
    }

    private void keep(CubeState<List<String>> state) {
        CubeFile<List<String>> file = file(1);
        read(file);
        file.loaded(state, 1);
    }

    private Optional<CubeState<List<String>>> read(CubeFile<List<String>> file) {
        return file.read(consumer, PARTITIONS, SOURCE);
    }

    private static CubeState<List<String>> state(String... texts) {
        CubeState<List<String>> state = new CubeState<>(ArrayList::new);
        List<Change<List<String>>> changes = new ArrayList<>();
        for (String text : texts) {
            changes.add(new Change<>(0, ACME, part -> part.add(text)));
        }
        state.apply(new Batch<>(0, 7, NOON, changes, null, Map.of(NUMBERS_0, 40L)));
        return state;
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        now = now.plus(time);
    }

    /** Whether it was since it was asked the last time. */
    private boolean wasWritten() throws IOException {
        if (!Files.exists(path())) {
            return false;
        }
        boolean written = !Files.getLastModifiedTime(path()).equals(LONG_AGO);
        Files.setLastModifiedTime(path(), LONG_AGO);
        return written;
    }

    private Path path() {
        return directory.resolve("state").resolve("numbers.state");
    }

    private CubeFile<List<String>> file(int version) {
        Function<Collection<String>, Map<String, Uuid>> known =
                names -> names.stream().filter(ids::containsKey).collect(Collectors.toMap(name -> name, ids::get));
        return new CubeFile<>(path(), new Texts(version), ArrayList::new, known, new Now(), () -> nanos);
    }

    private record Texts(int number) implements PartFormat<List<String>> {

        @Override
        public String version() {
            return "texts " + number;
        }

        @Override
        public void write(List<String> part, StateOutput output) throws IOException {
            output.number(part.size());
            for (String text : part) {
                output.text(text);
            }
        }

        @Override
        public List<String> read(StateInput input) throws IOException {
            List<String> texts = new ArrayList<>();
            for (int left = input.number(); left > 0; left--) {
                texts.add(input.text());
            }
            if (texts.contains("nonsense")) {
                throw new IllegalArgumentException("nonsense");
            }
            return texts;
        }
    }

    private final class Now extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
