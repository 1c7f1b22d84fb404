package com.sessionanalyzer.query.cube;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of one organization add up to. It moves with each cell, so that asking costs as much as the answer has values,
 * however many cells there are. What sums up to zero is left out.
 */
public final class CellSums {

    private final List<Dictionary> dictionaries;
    private final long[] totals;
    private final long[][] byValue;
    private final Map<Integer, long[]> byDay = new HashMap<>();
    private final Map<Pairing, Map<Long, long[]>> byPair = new HashMap<>();
    private final SortedMap<Integer, Long> histogram = new TreeMap<>();

    CellSums(List<Dictionary> dictionaries, int measures, List<Pairing> pairings) {
        this.dictionaries = dictionaries;
        this.totals = new long[measures];
        this.byValue = new long[dictionaries.size()][0];
        pairings.forEach(pairing -> byPair.put(pairing, new HashMap<>()));
    }

    public long total(int measure) {
        return totals[measure];
    }

    /** The measure per value of a dimension, the largest first, then by name. */
    public Map<String, Long> by(int dimension, int measure) {
        Dictionary dictionary = dictionaries.get(dimension);
        long[] sums = new long[Math.min(dictionary.size(), byValue[dimension].length / totals.length)];
        Arrays.setAll(sums, code -> byValue[dimension][code * totals.length + measure]);
        return Ranking.of(sums, dictionary::text);
    }

    /**
     * The measure per pair of values of two dimensions, the largest first, then by names.
     *
     * @throws IllegalArgumentException when these dimensions are no pairing that is kept
     */
    public Map<Pair, Long> by(Pairing pairing, int measure) {
        Map<Long, long[]> sums = byPair.get(pairing);
        if (sums == null) {
            throw new IllegalArgumentException(pairing + " is not kept");
        }
        Map<Pair, Long> named = new HashMap<>();
        sums.forEach((codes, measures) -> named.put(pair(pairing, codes), measures[measure]));
        return Ranking.of(named);
    }

    /** All measures per local day, ascending; a day is left out when its first measure is zero. */
    public SortedMap<LocalDate, long[]> byDay() {
        SortedMap<LocalDate, long[]> dated = new TreeMap<>();
        byDay.forEach((day, sums) -> {
            if (sums[0] != 0) {
                dated.put(LocalDate.ofEpochDay(day), sums.clone());
            }
        });
        return dated;
    }

    /** Count per value of the histogram, ascending. */
    public SortedMap<Integer, Long> histogram() {
        return new TreeMap<>(histogram);
    }

    /**
     * Adds to a cell's sums.
     *
     * @param codes of its values, one for each dimension
     * @param moved what each measure has become more
     */
    void add(int epochDay, int[] codes, long[] moved) {
        add(totals, 0, moved);
        add(byDay.computeIfAbsent(epochDay, day -> new long[totals.length]), 0, moved);
        for (int dimension = 0; dimension < codes.length; dimension++) {
            int code = codes[dimension];
            if (code * totals.length >= byValue[dimension].length) {
                byValue[dimension] = Arrays.copyOf(byValue[dimension], (code + code / 2 + 1) * totals.length);
            }
            add(byValue[dimension], code * totals.length, moved);
        }
        byPair.forEach((pairing, sums) ->
                add(sums.computeIfAbsent(pairing.of(codes), pair -> new long[totals.length]), 0, moved));
    }

    /** Adds to the histogram so many times what these bins have. */
    void add(int[] bins, long[] counts, int times) {
        for (int bin = 0; bin < bins.length; bin++) {
            histogram.merge(bins[bin], times * counts[bin], CellSums::sumOrNothing);
        }
    }

    private static void add(long[] sums, int begin, long[] moved) {
        for (int measure = 0; measure < moved.length; measure++) {
            sums[begin + measure] += moved[measure];
        }
    }

    private Pair pair(Pairing pairing, long codes) {
        return new Pair(
                dictionaries.get(pairing.first()).text(Pairing.first(codes)),
                dictionaries.get(pairing.second()).text(Pairing.second(codes)));
    }

    private static @Nullable Long sumOrNothing(long left, long right) {
        return left + right == 0 ? null : (Long) (left + right);
    }
}
