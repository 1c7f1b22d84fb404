package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one organization as columns: one row per shard, day and combination of dimension values. Columns of
 * primitives take a fraction of what objects do; a cell that is gone stays as a row of zeros.
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
    private final CellSums sums;
    private int[][] bins = new int[64][];
    private long[][] binCounts = new long[64][];

    /**
     * No cells yet.
     *
     * @param pairings whose pairs of values are added up, too
     */
    public CellColumns(int dimensions, int measures, List<Pairing> pairings) {
        this(
                IntStream.range(0, dimensions)
                        .mapToObj(dimension -> new Dictionary())
                        .toList(),
                new RowIndex(DIMENSIONS + dimensions),
                new long[measures][64],
                pairings);
    }

    private CellColumns(List<Dictionary> dictionaries, RowIndex index, long[][] measures, List<Pairing> pairings) {
        this.dictionaries = dictionaries;
        this.index = index;
        this.measures = measures;
        this.sums = new CellSums(dictionaries, measures.length, pairings);
    }

    /** Sets a cell of one shard; null removes it. */
    public void set(CubeKey.Cell key, CubeEntry.@Nullable Cell cell) {
        int row = index.rowOf(address(key));
        grow(row);
        long[] moved = new long[measures.length];
        for (int measure = 0; measure < measures.length; measure++) {
            long value = cell == null ? 0 : cell.measures().get(measure);
            moved[measure] = value - measures[measure][row];
            measures[measure][row] = value;
        }
        sums.add(index.part(row, DAY), codes(row), moved);
        if (bins[row] != null) {
            sums.add(bins[row], binCounts[row], -1);
        }
        setHistogram(row, cell);
        sums.add(bins[row], binCounts[row], 1);
    }

    /** What the cells add up to at any time. */
    public CellSums sums() {
        return sums;
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

    public void write(StateOutput output) throws IOException {
        output.number(dictionaries.size());
        for (Dictionary dictionary : dictionaries) {
            dictionary.write(output);
        }
        index.write(output);
        output.number(measures.length);
        for (long[] measure : measures) {
            output.longs(measure, measure.length);
        }
        for (int row = 0; row < index.rows(); row++) {
            output.ints(bins[row], bins[row].length).longs(binCounts[row], binCounts[row].length);
        }
    }

    /** Reads cells that were written, and adds them up. */
    public static CellColumns read(StateInput input, List<Pairing> pairings) throws IOException {
        List<Dictionary> dictionaries = new ArrayList<>();
        for (int left = input.number(); left > 0; left--) {
            dictionaries.add(Dictionary.read(input));
        }
        RowIndex index = RowIndex.read(input);
        long[][] measures = new long[input.number()][];
        for (int measure = 0; measure < measures.length; measure++) {
            measures[measure] = input.longs();
        }
        CellColumns cells = new CellColumns(List.copyOf(dictionaries), index, measures, pairings);
        cells.readHistograms(input, measures[0].length);
        cells.addUp();
        return cells;
    }

    private void addUp() {
        long[] values = new long[measures.length];
        for (int row = 0; row < index.rows(); row++) {
            for (int measure = 0; measure < values.length; measure++) {
                values[measure] = measures[measure][row];
            }
            sums.add(index.part(row, DAY), codes(row), values);
            sums.add(bins[row], binCounts[row], 1);
        }
    }

    private void readHistograms(StateInput input, int capacity) throws IOException {
        bins = new int[capacity][];
        binCounts = new long[capacity][];
        for (int row = 0; row < index.rows(); row++) {
            bins[row] = input.ints();
            binCounts[row] = input.longs();
            if (bins[row].length == 0) {
                bins[row] = NO_BINS;
                binCounts[row] = NO_COUNTS;
            }
        }
    }

    private int[] codes(int row) {
        int[] codes = new int[dictionaries.size()];
        Arrays.setAll(codes, dimension -> index.part(row, DIMENSIONS + dimension));
        return codes;
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
