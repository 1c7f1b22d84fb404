package com.sessionanalyzer.schema.cube;

import com.sessionanalyzer.schema.KeyText;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Key of an entry in a cube topic. The shard is the partition of the source topic, and of the cube topic too; each shard
 * counts its own part, and a reader adds the shards up.
 */
public sealed interface CubeKey {

    /** Counts of one combination of dimension values on one local day. The values are in the domain's order. */
    record Cell(OrganizationId organization, int shard, LocalDate day, List<String> dimensions) implements CubeKey {

        public Cell {
            dimensions = List.copyOf(dimensions);
        }

        @Override
        public List<String> parts() {
            List<String> parts = new ArrayList<>(
                    List.of("cell", Integer.toString(shard), organization.value(), Long.toString(day.toEpochDay())));
            parts.addAll(dimensions);
            return parts;
        }
    }

    /** Count of distinct things, such as customers of a region: {@code name} says which, {@code value} of what, or is empty. */
    record Tally(OrganizationId organization, int shard, String name, String value) implements CubeKey {

        @Override
        public List<String> parts() {
            return List.of("tally", Integer.toString(shard), organization.value(), name, value);
        }
    }

    /** The end of a batch of a shard. */
    record Progress(int shard) implements CubeKey {

        @Override
        public List<String> parts() {
            return List.of("progress", Integer.toString(shard));
        }
    }

    int shard();

    List<String> parts();

    default byte[] encode() {
        return KeyText.join(parts()).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads an encoded key.
     *
     * @throws UnreadableEventException when the bytes are not such a key
     */
    static CubeKey decode(byte[] bytes) {
        List<String> parts = KeyText.split(new String(bytes, StandardCharsets.UTF_8), 0);
        try {
            int shard = Integer.parseInt(parts.get(1));
            return switch (parts.get(0)) {
                case "cell" ->
                    new Cell(
                            new OrganizationId(parts.get(2)),
                            shard,
                            LocalDate.ofEpochDay(Long.parseLong(parts.get(3))),
                            parts.subList(4, parts.size()));
                case "tally" -> new Tally(new OrganizationId(parts.get(2)), shard, parts.get(3), parts.get(4));
                case "progress" -> new Progress(shard);
                default -> throw new UnreadableEventException("not a cube key: " + parts);
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException unreadable) {
            throw new UnreadableEventException("not a cube key: " + parts, unreadable);
        }
    }
}
