package com.sessionanalyzer.query.projection;

import static java.util.stream.Collectors.joining;

import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A table in memory that the real projection writes: rows and offsets change together or not at all, the offsets only from
 * where they are expected to be, and rows as the statements for PostgreSQL say. It can be away before and after a commit.
 */
@NullMarked
public final class SimulatedTable {

    private static final Duration LOOK = Duration.ofMillis(100);

    private final TableMapping mapping;
    private final RowReader reader;
    private final Supplier<Trouble> trouble;
    private final Weakness weakness;
    private final Map<List<@Nullable String>, List<@Nullable String>> rows = new HashMap<>();
    private final SortedMap<Integer, Long> offsets = new TreeMap<>();
    private long time;

    public SimulatedTable(TableMapping mapping, Supplier<Trouble> trouble, Weakness weakness) {
        this.mapping = mapping;
        this.reader = new RowReader(mapping);
        this.trouble = trouble;
        this.weakness = weakness;
    }

    /** When the database breaks off. */
    public enum Trouble {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /** What it can do wrong, to show that it would be found. */
    public enum Weakness {
        NONE,
        IGNORES_VERSIONS,
        MOVES_OFFSETS_FIRST
    }

    /** Time passes by being looked at, so that a run does not depend on how fast it is. */
    private long nanos() {
        time += LOOK.toNanos();
        return time;
    }

    /** Runs the real reader of the topic until it is not wanted any more. */
    public void read(Consumer<byte[], byte[]> consumer, BooleanSupplier wanted) {
        new Projection(mapping.topic(), new Written(), new ProjectionStatus(), reached -> {}, this::nanos)
                .read(consumer, wanted);
    }

    /** The next offset of each partition. */
    public SortedMap<Integer, Long> offsets() {
        return offsets;
    }

    /** Some columns of all rows, separated by blanks, by the values of another column. */
    public Map<String, String> columns(String by, List<String> names) {
        Map<String, String> values = new HashMap<>();
        rows.values()
                .forEach(row -> values.put(
                        value(row, by),
                        names.stream().map(name -> value(row, name)).collect(joining(" "))));
        return values;
    }

    private String value(List<@Nullable String> row, String column) {
        return String.valueOf(row.get(mapping.columns().indexOf(column)));
    }

    /** What another instance writes, which had the partition for a moment. */
    public void writeAsAnother(int partition, Iterable<ConsumerRecord<byte[], byte[]>> records, long to)
            throws SQLException {
        new Written()
                .write(
                        records,
                        Map.of(
                                partition,
                                new OffsetMove(offsets.getOrDefault(partition, 0L), to, to - 1, Instant.EPOCH)));
    }

    /** The transaction. */
    private final class Written implements Batches {

        @Override
        public SortedMap<Integer, Long> begin(List<Integer> partitions) throws SQLException {
            Trouble now = trouble.get();
            breakOffIf(now, Trouble.BEFORE_COMMIT);
            partitions.forEach(partition -> offsets.putIfAbsent(partition, 0L));
            breakOffIf(now, Trouble.AFTER_COMMIT);
            return new TreeMap<>(offsets);
        }

        @Override
        public SortedMap<Integer, Long> stored() {
            return new TreeMap<>(offsets);
        }

        @Override
        public void write(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<Integer, OffsetMove> moves)
                throws SQLException {
            Trouble now = trouble.get();
            if (weakness != Weakness.MOVES_OFFSETS_FIRST) {
                breakOffIf(now, Trouble.BEFORE_COMMIT);
            }
            for (Map.Entry<Integer, OffsetMove> move : moves.entrySet()) {
                if (offsets.getOrDefault(move.getKey(), 0L) != move.getValue().from()) {
                    throw new FencedException(mapping.topic(), move.getKey());
                }
            }
            if (weakness == Weakness.MOVES_OFFSETS_FIRST) {
                moves.forEach((partition, move) -> offsets.put(partition, move.to()));
                breakOffIf(now, Trouble.BEFORE_COMMIT);
            }
            Rounds.of(reader.read(records), mapping).all().forEach(this::apply);
            moves.forEach((partition, move) -> offsets.put(partition, move.to()));
            breakOffIf(now, Trouble.AFTER_COMMIT);
        }

        /** What the statements do with the staged changes, in their order. */
        private void apply(List<RowChange> round) {
            round.stream().filter(change -> change.row() != null).forEach(this::upsert);
            round.stream().filter(change -> change.row() == null).forEach(this::delete);
        }

        private void breakOffIf(Trouble now, Trouble when) throws SQLException {
            if (now == when) {
                throw new SQLException("the connection broke");
            }
        }

        private void upsert(RowChange change) {
            List<@Nullable String> row = Objects.requireNonNull(change.row());
            rows.merge(values(row, mapping.primaryKey()), row, (old, other) -> isOlder(other, old) ? old : other);
        }

        private boolean isOlder(List<@Nullable String> row, List<@Nullable String> than) {
            String version = mapping.versionColumn();
            return version != null
                    && weakness != Weakness.IGNORES_VERSIONS
                    && number(row, version) < number(than, version);
        }

        private long number(List<@Nullable String> row, String column) {
            return Long.parseLong(String.valueOf(row.get(mapping.columns().indexOf(column))));
        }

        private void delete(RowChange change) {
            rows.values().removeIf(row -> values(row, mapping.keyColumns()).equals(change.key()));
        }

        private List<@Nullable String> values(List<@Nullable String> row, List<String> columns) {
            return columns.stream()
                    .<@Nullable String>map(column -> row.get(mapping.columns().indexOf(column)))
                    .toList();
        }
    }
}
