package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.cube.CubeEntry;
import java.util.Arrays;

/**
 * Measures and a histogram: what a cell holds, what a record adds to it, or the difference of two. Plain sorted arrays,
 * because every record makes a few of these.
 */
public final class Counts {

    private final long[] measures;
    private final int[] values;
    private final long[] bins;

    private Counts(long[] measures, int[] values, long[] bins) {
        this.measures = measures;
        this.values = values;
        this.bins = bins;
    }

    /** Measures in the domain's order, and an empty histogram. */
    public static Counts of(long... measures) {
        return new Counts(measures.clone(), new int[0], new long[0]);
    }

    /** These measures, with one observation of a value as the whole histogram. */
    public Counts observing(int value) {
        return new Counts(measures, new int[] {value}, new long[] {1});
    }

    static Counts of(CubeEntry.Cell cell) {
        return new Counts(
                cell.measures().stream().mapToLong(Long::longValue).toArray(),
                cell.histogram().keySet().stream().mapToInt(Integer::intValue).toArray(),
                cell.histogram().values().stream().mapToLong(Long::longValue).toArray());
    }

    public Counts plus(Counts other) {
        return combine(other, 1);
    }

    public Counts minus(Counts other) {
        return combine(other, -1);
    }

    public Counts negated() {
        return new Counts(new long[measures.length], new int[0], new long[0]).minus(this);
    }

    /** Nothing is left: such a cell is not kept. */
    public boolean isZero() {
        if (bins.length != 0) {
            return false;
        }
        for (long measure : measures) {
            if (measure != 0) {
                return false;
            }
        }
        return true;
    }

    /** The entry of the cell's topic. */
    byte[] encode() {
        return CubeEntry.Cell.encode(measures, values, bins);
    }

    private Counts combine(Counts other, int sign) {
        long[] sums = measures.clone();
        for (int measure = 0; measure < sums.length; measure++) {
            sums[measure] += sign * other.measures[measure];
        }
        return other.bins.length == 0 ? new Counts(sums, values, bins) : merge(sums, other, sign);
    }

    private Counts merge(long[] sums, Counts other, int sign) {
        int[] mergedValues = new int[bins.length + other.bins.length];
        long[] mergedBins = new long[mergedValues.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < bins.length || theirs < other.bins.length) {
            long value = Math.min(value(mine), other.value(theirs));
            long count = (value(mine) == value ? bins[mine++] : 0)
                    + (other.value(theirs) == value ? sign * other.bins[theirs++] : 0);
            if (count != 0) {
                mergedValues[size] = (int) value;
                mergedBins[size++] = count;
            }
        }
        return new Counts(sums, Arrays.copyOf(mergedValues, size), Arrays.copyOf(mergedBins, size));
    }

    /** The value of a bin; beyond the last, more than any. */
    private long value(int bin) {
        return bin < values.length ? values[bin] : Long.MAX_VALUE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts
                && Arrays.equals(measures, counts.measures)
                && Arrays.equals(values, counts.values)
                && Arrays.equals(bins, counts.bins);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(measures) + Arrays.hashCode(bins);
    }

    @Override
    public String toString() {
        return Arrays.toString(measures) + " " + Arrays.toString(values) + " " + Arrays.toString(bins);
    }
}
