package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.facts.FactTable;
import com.sessionanalyzer.query.period.Bucket;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The filtered records of a window as a whole and in buckets. */
record Series(SessionSums whole, List<SeriesBucket> buckets) {

    static Series of(FactTable facts, SessionFilter filter, Window window, Grain grain) {
        return new Series(whole(facts, filter, window), buckets(facts, filter, window, grain));
    }

    static SessionSums whole(FactTable facts, SessionFilter filter, Window window) {
        return whole(facts, filter, window, true);
    }

    /** The sums of all, with 0 customers unless they are to be counted. */
    static SessionSums whole(FactTable facts, SessionFilter filter, Window window, boolean distinct) {
        return new Grouping(facts, filter, window, Grain.MONTH, List.of())
                .rows(distinct).stream().map(Grouping.Row::sums).findFirst().orElse(SessionSums.NOTHING);
    }

    private static List<SeriesBucket> buckets(FactTable facts, SessionFilter filter, Window window, Grain grain) {
        List<Bucket> buckets = window.buckets(grain);
        SessionSums[] sums = new SessionSums[buckets.size()];
        Arrays.fill(sums, SessionSums.NOTHING);
        new Grouping(facts, filter, window, grain, List.of(SessionGroup.BUCKET))
                .rows(true)
                .forEach(row -> sums[row.code(0)] = row.sums());
        List<SeriesBucket> series = new ArrayList<>();
        for (int bucket = 0; bucket < sums.length; bucket++) {
            series.add(SeriesBucket.of(buckets.get(bucket), sums[bucket]));
        }
        return List.copyOf(series);
    }
}
