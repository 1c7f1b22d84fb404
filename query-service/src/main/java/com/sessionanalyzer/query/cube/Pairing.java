package com.sessionanalyzer.query.cube;

/** Two dimensions whose pairs of values are added up. */
public record Pairing(int first, int second) {

    /** The codes of both values in the halves of a number. */
    long of(int[] codes) {
        return ((long) codes[first] << Integer.SIZE) + codes[second];
    }

    static int first(long codes) {
        return (int) (codes >> Integer.SIZE);
    }

    static int second(long codes) {
        return (int) codes;
    }
}
