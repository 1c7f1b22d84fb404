package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.facts.FactSums;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A number for each group that was added up, of which a smaller one comes first. */
@FunctionalInterface
interface RowKeys {

    /** All come at once. */
    RowKeys NONE = (sums, index) -> 0;

    long of(FactSums sums, int index);

    /** The place of each code in the order of its text. */
    static int[] ranks(int codes, IntFunction<String> text) {
        int[] ranks = new int[codes];
        int[] ordered = IntStream.range(0, codes)
                .boxed()
                .sorted(Comparator.comparing(text::apply))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; rank < codes; rank++) {
            ranks[ordered[rank]] = rank;
        }
        return ranks;
    }
}
