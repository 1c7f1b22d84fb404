package com.sessionanalyzer.schema;

import java.util.List;

/** Joins the parts of a composite key with a tab, which no part but the last may contain. */
public final class KeyText {

    private static final char SEPARATOR = '\t';

    private KeyText() {}

    public static String join(List<String> parts) {
        for (String part : parts.subList(0, parts.size() - 1)) {
            if (part.indexOf(SEPARATOR) >= 0) {
                throw new IllegalArgumentException("a key part must not contain a tab, was '" + part + "'");
            }
        }
        return String.join(String.valueOf(SEPARATOR), parts);
    }

    /** Joins three parts, as the keys of most messages have. */
    public static String join(String first, String second, String third) {
        if (first.indexOf(SEPARATOR) >= 0 || second.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("a key part must not contain a tab");
        }
        return first + SEPARATOR + second + SEPARATOR + third;
    }

    /**
     * Splits a key into exactly {@code count} parts, or into all there are when {@code count} is 0.
     *
     * @throws UnreadableEventException when there are fewer
     */
    public static List<String> split(String key, int count) {
        String[] parts = key.split(String.valueOf(SEPARATOR), count == 0 ? -1 : count);
        if (parts.length < count) {
            throw new UnreadableEventException("key has " + parts.length + " parts, expected " + count);
        }
        return List.of(parts);
    }
}
