package com.sessionanalyzer.query.cube;

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

/** A cube of texts, and all that the use of its file depends on. */
final class KeptTexts {

    static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    static final OrganizationId ACME = new OrganizationId("acme");
    static final String SOURCE = "records";
    static final TopicPartition NUMBERS_0 = new TopicPartition("numbers", 0);
    static final TopicPartition RECORDS_0 = new TopicPartition(SOURCE, 0);

    private static final List<TopicPartition> PARTITIONS = List.of(NUMBERS_0, RECORDS_0);
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    final Map<String, Uuid> ids = new HashMap<>();
    Instant now = NOON;
    private final Path directory;
    private long nanos;

    KeptTexts(Path directory) {
        this.directory = directory;
        ids.put("numbers", Uuid.randomUuid());
        ids.put(SOURCE, Uuid.randomUuid());
        consumer.updateBeginningOffsets(Map.of(NUMBERS_0, 0L, RECORDS_0, 0L));
        consumer.updateEndOffsets(Map.of(NUMBERS_0, 40L, RECORDS_0, 8L));
    }

    void keep(CubeState<List<String>> state) {
        CubeFile<List<String>> file = file(1);
        read(file);
        file.loaded(state, 1);
    }

    Optional<CubeState<List<String>>> read(CubeFile<List<String>> file) {
        return file.read(consumer, PARTITIONS, SOURCE);
    }

    static CubeState<List<String>> state(String... texts) {
        CubeState<List<String>> state = new CubeState<>(ArrayList::new);
        List<Change<List<String>>> changes = new ArrayList<>();
        for (String text : texts) {
            changes.add(new Change<>(0, ACME, part -> part.add(text)));
        }
        state.apply(new Batch<>(0, 7, NOON, changes, null, Map.of(NUMBERS_0, 40L)));
        return state;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
        now = now.plus(time);
    }

    /** Whether it was since it was asked the last time. */
    boolean wasWritten() throws IOException {
        if (!Files.exists(path())) {
            return false;
        }
        boolean written = !Files.getLastModifiedTime(path()).equals(LONG_AGO);
        Files.setLastModifiedTime(path(), LONG_AGO);
        return written;
    }

    Path path() {
        return directory.resolve("state").resolve("numbers.state");
    }

    CubeFile<List<String>> file(int version) {
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
