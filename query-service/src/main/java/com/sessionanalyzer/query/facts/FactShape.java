package com.sessionanalyzer.query.facts;

/**
 * What the facts of a domain look like.
 *
 * @param dimensions how many texts a fact is placed by
 * @param labels     how many labels there are, none included
 * @param maxValue   the largest value
 */
public record FactShape(int dimensions, int labels, int maxValue) {

    private static final int MOST_LABELS = 100;

    public FactShape {
        if (dimensions < 1 || labels < 1 || labels > MOST_LABELS || maxValue < 1 || maxValue > Pack.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a fact has dimensions, 1 to " + MOST_LABELS + " labels and values of 1 to " + Pack.MAX_VALUE
                            + ", was " + dimensions + ", " + labels + " and " + maxValue);
        }
    }

    /** How many pairs of a label and a value there are. */
    public int traits() {
        return labels * (maxValue + 1);
    }

    /** The number of a cell, which is made of a route, a label and whether there is a value. */
    int code(int route, int label, int value) {
        if (label < 0 || label >= labels || value < 0 || value > maxValue) {
            throw new IllegalArgumentException(
                    "label and value must be within " + this + ", were " + label + ", " + value);
        }
        return (route * labels + label) * 2 + (value > 0 ? 1 : 0);
    }

    /** Whether the facts of a cell have a value. */
    static boolean hasValue(int code) {
        return (code & 1) == 1;
    }

    int cellsOfRoute() {
        return 2 * labels;
    }

    int trait(int label, int value) {
        return label * (maxValue + 1) + value;
    }

    public int label(int trait) {
        return trait / (maxValue + 1);
    }

    public int value(int trait) {
        return trait % (maxValue + 1);
    }
}
