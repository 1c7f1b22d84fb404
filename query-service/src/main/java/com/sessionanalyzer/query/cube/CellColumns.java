package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one organization as columns: one row per shard, day and combination of dimension values. Columns of
 * primitives are what makes a scan over all cells cheap; a cell that is gone stays as a row of zeros.
 */
public final class CellColumns {

    private static final int DAY = 1;
    private static final int DIMENSIONS = 2;
    private static final int REFERENCE_BYTES = 4;
    private static final int[] NO_BINS = {};
    private static final long[] NO_COUNTS = {};

    private final List<Dictionary> dictionaries;
    private final RowIndex index;
    private final long[][] measures;
    private int[][] bins = new int[64][];
    private long[][] binCounts = new long[64][];

    public CellColumns(int dimensions, int measures) {
        this.dictionaries = IntStream.range(0, dimensions)
                .mapToObj(dimension -> new Dictionary())
                .toList();
        this.index = new RowIndex(DIMENSIONS + dimensions);
        this.measures = new long[measures][64];
    }

    /** Sets a cell of one shard; null removes it. */
    public void set(CubeKey.Cell key, CubeEntry.@Nullable Cell cell) {
        int row = index.rowOf(address(key));
        grow(row);
        for (int measure = 0; measure < measures.length; measure++) {
            measures[measure][row] = cell == null ? 0 : cell.measures().get(measure);
        }
        setHistogram(row, cell);
    }

    /** Cells that there are or were. */
    public int size() {
        return index.rows();
    }

    /** Bytes of the columns, what their cells do not fill yet included; texts are few and not counted. */
    public long bytes() {
        long histograms = 0;
        for (int row = 0; row < index.rows(); row++) {
            histograms += bins[row].length * (long) (Integer.BYTES + Long.BYTES);
        }
        return index.bytes()
                + histograms
                + (long) measures.length * bins.length * Long.BYTES
                + 2L * bins.length * REFERENCE_BYTES;
    }

    int rows() {
        return index.rows();
    }

    int epochDay(int row) {
        return index.part(row, DAY);
    }

    int code(int dimension, int row) {
        return index.part(row, DIMENSIONS + dimension);
    }

    Dictionary dictionary(int dimension) {
        return dictionaries.get(dimension);
    }

    int measureCount() {
        return measures.length;
    }

    long measure(int measure, int row) {
        return measures[measure][row];
    }

    int[] bins(int row) {
        return bins[row];
    }

    long[] binCounts(int row) {
        return binCounts[row];
    }

    private int[] address(CubeKey.Cell key) {
        int[] address = new int[DIMENSIONS + dictionaries.size()];
        address[0] = key.shard();
        address[DAY] = Math.toIntExact(key.day().toEpochDay());
        for (int dimension = 0; dimension < dictionaries.size(); dimension++) {
            address[DIMENSIONS + dimension] =
                    dictionaries.get(dimension).code(key.dimensions().get(dimension));
        }
        return address;
    }

    private void setHistogram(int row, CubeEntry.@Nullable Cell cell) {
        if (cell == null || cell.histogram().isEmpty()) {
            bins[row] = NO_BINS;
            binCounts[row] = NO_COUNTS;
        } else {
            bins[row] = values(cell.histogram());
            binCounts[row] = counts(cell.histogram());
        }
    }

    private static int[] values(SortedMap<Integer, Long> histogram) {
        return histogram.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private static long[] counts(SortedMap<Integer, Long> histogram) {
        return histogram.values().stream().mapToLong(Long::longValue).toArray();
    }

    private void grow(int row) {
        if (row >= bins.length) {
            int capacity = bins.length * 2;
            Arrays.setAll(measures, (IntFunction<long[]>) measure -> Arrays.copyOf(measures[measure], capacity));
            bins = Arrays.copyOf(bins, capacity);
            binCounts = Arrays.copyOf(binCounts, capacity);
        }
    }
}
