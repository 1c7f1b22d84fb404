package com.sessionanalyzer.query.facts;

/**
 * What the facts of a domain look like.
 *
 * @param dimensions how many texts a fact is placed by
 * @param labels     how many labels there are, none included
 * @param maxValue   the largest value
 */
public record FactShape(int dimensions, int labels, int maxValue) {

    public FactShape {
        if ((long) labels * (maxValue + 1) > Character.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "labels and values must fit into 16 bits, were " + labels + " and " + maxValue);
        }
    }

    /** How many pairs of a label and a value there are. */
    public int traits() {
        return labels * (maxValue + 1);
    }

    int trait(int label, int value) {
        if (label < 0 || label >= labels || value < 0 || value > maxValue) {
            throw new IllegalArgumentException(
                    "label and value must be within " + this + ", were " + label + ", " + value);
        }
        return label * (maxValue + 1) + value;
    }

    public int label(int trait) {
        return trait / (maxValue + 1);
    }

    public int value(int trait) {
        return trait % (maxValue + 1);
    }
}
