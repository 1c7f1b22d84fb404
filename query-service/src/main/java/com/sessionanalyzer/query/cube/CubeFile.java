package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a cube in a file, so that a start reads only what came since. The log stays the truth: a file of other topics, of
 * another version, damaged, or so old that deletions may have left the log since, is not used, and everything is read. It is
 * written by the thread that changes the cube, between two changes, so it is one state; questions go on meanwhile.
 */
public final class CubeFile<P> {

    private static final Logger log = LoggerFactory.getLogger(CubeFile.class);
    private static final String KIND = "cube 1";

    /** Compacted topics keep deletions at least a day, as Kafka does unless told otherwise. */
    private static final Duration LONGEST_USE = Duration.ofHours(20);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** So much may be written for each change; what is large is written less often. */
    private static final long BYTES_PER_CHANGE = 1_000;

    private final Path file;
    private final PartFormat<P> format;
    private final Supplier<P> emptyPart;
    private final Function<Collection<String>, Map<String, Uuid>> ids;
    private final Clock clock;
    private final LongSupplier nanos;
    private Map<String, Uuid> topics = Map.of();
    private long changes;
    private long bytes;
    private long writtenAt;

    /**
     * A file that need not be there yet.
     *
     * @param ids the ids of topics by name; none when they cannot be known
     */
    public CubeFile(
            Path file,
            PartFormat<P> format,
            Supplier<P> emptyPart,
            Function<Collection<String>, Map<String, Uuid>> ids,
            Clock clock) {
        this(file, format, emptyPart, ids, clock, System::nanoTime);
    }

    CubeFile(
            Path file,
            PartFormat<P> format,
            Supplier<P> emptyPart,
            Function<Collection<String>, Map<String, Uuid>> ids,
            Clock clock,
            LongSupplier nanos) {
        this.file = file;
        this.format = format;
        this.emptyPart = emptyPart;
        this.ids = ids;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** The state to go on from, when there is one that can be used with these partitions. */
    Optional<CubeState<P>> read(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, String source) {
        topics = ids.apply(
                partitions.stream().map(TopicPartition::topic).distinct().toList());
        changes = 0;
        bytes = 0;
        if (topics.isEmpty() || !Files.exists(file)) {
            return Optional.empty();
        }
        try (StateInput input = StateInput.of(file)) {
            Optional<CubeState<P>> state =
                    read(input).filter(found -> isWithin(found.places(source), consumer, partitions));
            if (state.isPresent()) {
                bytes = input.size();
                log.atInfo().addKeyValue("position", state.get().position()).log("the numbers that were kept are used");
            }
            return state;
        } catch (IOException unusable) {
            log.atWarn()
                    .addKeyValue("file", file)
                    .addArgument(unusable)
                    .log("the numbers that were kept cannot be used, so all is read from the log: {}");
            return Optional.empty();
        }
    }

    /** Hears that a state has changed, and is to be kept when that is worth it. */
    void changed(CubeState<P> state, long more) {
        changes += more;
        long pause = nanos.getAsLong() - writtenAt;
        if ((isWorth() && pause >= LEAST_PAUSE.toNanos()) || pause >= LONGEST_PAUSE.toNanos()) {
            write(state);
        }
    }

    /** Hears that all is read; what that took shall not be read again. */
    void loaded(CubeState<P> state, long more) {
        changes += more;
        writtenAt = nanos.getAsLong();
        if (isWorth()) {
            write(state);
        }
    }

    /** Hears that nothing changes any more. */
    void ending(CubeState<P> state) {
        if (changes > 0) {
            write(state);
        }
    }

    private boolean isWorth() {
        return changes > 0 && changes * BYTES_PER_CHANGE >= bytes;
    }

    private Optional<CubeState<P>> read(StateInput input) throws IOException {
        if (!input.text().equals(KIND) || !input.text().equals(format.version())) {
            return ignored("it is of another version");
        }
        Instant written = input.instant();
        Duration age = Duration.between(written, clock.instant());
        if (age.compareTo(LONGEST_USE) > 0 || age.compareTo(CLOCKS_DIFFER.negated()) < 0) {
            return ignored("it is of " + written);
        }
        Map<String, Uuid> those = new TreeMap<>();
        for (int left = input.number(); left > 0; left--) {
            String name = input.text();
            those.put(name, new Uuid(input.longNumber(), input.longNumber()));
        }
        if (!those.equals(topics)) {
            return ignored("the topics are others");
        }
        try {
            return Optional.of(CubeState.read(input, format, emptyPart));
        } catch (RuntimeException nonsense) {
            throw new IOException("it is not what its version says", nonsense);
        }
    }

    /** A log that lost its end, or its beginning, has not what would have to be read next. */
    private boolean isWithin(
            Map<TopicPartition, Long> places, Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        boolean within = places.entrySet().stream()
                .allMatch(place -> begins.getOrDefault(place.getKey(), Long.MAX_VALUE) <= place.getValue()
                        && ends.getOrDefault(place.getKey(), -1L) >= place.getValue());
        if (!within) {
            ignored("the log does not go on from there");
        }
        return within;
    }

    private Optional<CubeState<P>> ignored(String reason) {
        log.atInfo()
                .addKeyValue("file", file)
                .addArgument(reason)
                .log("the numbers that were kept are not used, so all is read from the log: {}");
        return Optional.empty();
    }

    private void write(CubeState<P> state) {
        writtenAt = nanos.getAsLong();
        if (topics.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            try (StateOutput output = StateOutput.to(file)) {
                output.text(KIND)
                        .text(format.version())
                        .instant(clock.instant())
                        .number(topics.size());
                for (Map.Entry<String, Uuid> topic : topics.entrySet()) {
                    output.text(topic.getKey())
                            .longNumber(topic.getValue().getMostSignificantBits())
                            .longNumber(topic.getValue().getLeastSignificantBits());
                }
                state.write(output, format);
                bytes = output.end();
            }
            changes = 0;
            log.atDebug()
                    .addArgument(bytes)
                    .addArgument((nanos.getAsLong() - writtenAt) / 1_000_000)
                    .log("kept the numbers, {} bytes in {} ms");
        } catch (IOException failed) {
            log.atWarn()
                    .addKeyValue("file", file)
                    .addArgument(failed)
                    .log("the numbers cannot be kept, so the next start reads more of the log: {}");
        }
    }
}
