package com.sessionanalyzer.query.cube;

import java.util.Comparator;

/** Values of two dimensions. */
public record Pair(String first, String second) implements Comparable<Pair> {

    private static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::first).thenComparing(Pair::second);

    @Override
    public int compareTo(Pair other) {
        return ORDER.compare(this, other);
    }
}
