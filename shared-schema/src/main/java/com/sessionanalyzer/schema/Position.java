package com.sessionanalyzer.schema;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a reader has come, or must have come: the last offset contained, per partition of {@code session-records}.
 * Its text is {@code partition@offset}, ascending and separated by commas, as in {@code 0@12,3@88}; empty is the beginning.
 */
public record Position(SortedMap<Integer, Long> offsets) {

    /** The HTTP header that carries a position, out of writes and into reads. */
    public static final String HEADER = "Session-Position";

    public static final Position BEGINNING = new Position(new TreeMap<>());

    private static final int MAX_LENGTH = 8192;
    private static final Pattern PAIR = Pattern.compile("(\\d{1,6})@(\\d{1,18})");

    public Position {
        offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
    }

    public static Position of(int partition, long offset) {
        return new Position(new TreeMap<>(Map.of(partition, offset)));
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when the text is not a position
     */
    public static Position parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw notAPosition();
        }
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            Matcher pair = PAIR.matcher(part);
            if (!pair.matches()) {
                throw notAPosition();
            }
            offsets.merge(Integer.parseInt(pair.group(1)), Long.parseLong(pair.group(2)), Math::max);
        }
        return new Position(offsets);
    }

    private static IllegalArgumentException notAPosition() {
        return new IllegalArgumentException("position must look like '0@12,3@88'");
    }

    /** This position, moved forward to contain the given offset too. */
    public Position and(int partition, long offset) {
        SortedMap<Integer, Long> merged = new TreeMap<>(offsets);
        merged.merge(partition, offset, Math::max);
        return new Position(merged);
    }

    /** The smallest position that contains both. */
    public Position and(Position other) {
        SortedMap<Integer, Long> merged = new TreeMap<>(offsets);
        other.offsets.forEach((partition, offset) -> merged.merge(partition, offset, Math::max));
        return new Position(merged);
    }

    /** Whether everything up to the other position is contained in this one. */
    public boolean contains(Position other) {
        return other.offsets.entrySet().stream()
                .allMatch(required -> offsets.getOrDefault(required.getKey(), -1L) >= required.getValue());
    }

    @Override
    public String toString() {
        return offsets.entrySet().stream()
                .map(entry -> entry.getKey() + "@" + entry.getValue())
                .collect(joining(","));
    }
}
