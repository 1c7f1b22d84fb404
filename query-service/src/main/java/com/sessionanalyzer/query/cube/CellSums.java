package com.sessionanalyzer.query.cube;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sums over all cells of one organization, each by one scan; what sums up to zero is left out. */
public final class CellSums {

    private final CellColumns cells;

    public CellSums(CellColumns cells) {
        this.cells = cells;
    }

    public long total(int measure) {
        return IntStream.range(0, cells.rows())
                .mapToLong(row -> cells.measure(measure, row))
                .sum();
    }

    /** The measure per value of a dimension, the largest first, then by name. */
    public Map<String, Long> by(int dimension, int measure) {
        Dictionary dictionary = cells.dictionary(dimension);
        long[] sums = new long[dictionary.size()];
        for (int row = 0; row < cells.rows(); row++) {
            sums[cells.code(dimension, row)] += cells.measure(measure, row);
        }
        return Ranking.of(sums, dictionary::text);
    }

    /** The measure per pair of values of two dimensions, the largest first, then by names. */
    public Map<Pair, Long> by(int first, int second, int measure) {
        int width = cells.dictionary(second).size();
        Map<Long, Long> sums = new TreeMap<>();
        for (int row = 0; row < cells.rows(); row++) {
            sums.merge(
                    (long) cells.code(first, row) * width + cells.code(second, row),
                    cells.measure(measure, row),
                    Long::sum);
        }
        Map<Pair, Long> named = new TreeMap<>();
        sums.forEach((pair, sum) -> named.put(pair(first, (int) (pair / width), second, (int) (pair % width)), sum));
        return Ranking.of(named);
    }

    /** All measures per local day, ascending; a day is left out when its first measure is zero. */
    public SortedMap<LocalDate, long[]> byDay() {
        SortedMap<Integer, long[]> days = new TreeMap<>();
        for (int row = 0; row < cells.rows(); row++) {
            long[] sums = days.computeIfAbsent(cells.epochDay(row), day -> new long[cells.measureCount()]);
            for (int measure = 0; measure < sums.length; measure++) {
                sums[measure] += cells.measure(measure, row);
            }
        }
        SortedMap<LocalDate, long[]> dated = new TreeMap<>();
        days.forEach((day, sums) -> {
            if (sums[0] != 0) {
                dated.put(LocalDate.ofEpochDay(day), sums);
            }
        });
        return dated;
    }

    /** Count per value of the histogram, ascending. */
    public SortedMap<Integer, Long> histogram() {
        SortedMap<Integer, Long> sums = new TreeMap<>();
        for (int row = 0; row < cells.rows(); row++) {
            int[] bins = cells.bins(row);
            long[] counts = cells.binCounts(row);
            for (int bin = 0; bin < bins.length; bin++) {
                sums.merge(bins[bin], counts[bin], CellSums::sumOrNothing);
            }
        }
        return sums;
    }

    private Pair pair(int first, int firstCode, int second, int secondCode) {
        return new Pair(
                cells.dictionary(first).text(firstCode),
                cells.dictionary(second).text(secondCode));
    }

    private static @Nullable Long sumOrNothing(long left, long right) {
        return left + right == 0 ? null : (Long) (left + right);
    }
}
