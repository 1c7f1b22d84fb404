package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.facts.FactSums.Measure;
import com.sessionanalyzer.query.period.Window;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are meant and which group each is in, both as tables: every code of a column has the part that it adds to the
 * number of the group, or a negative number when facts with it are not meant. The number of a group is that of its bucket
 * times the groups of a bucket, and the sum of the parts.
 */
public final class FactQuestion {

    final Window window;
    final int[] buckets;
    final long[] routes;
    final long[] traits;
    final long @Nullable [] subjects;
    final long groups;
    final boolean distinct;
    final long detail;
    final boolean latestFirst;
    final @Nullable Measure measure;
    final int most;

    /**
     * @param window   the days that are meant
     * @param buckets  the bucket of each day of the window, which never falls from one day to the next
     * @param routes   parts by combination of dimension values
     * @param traits   parts by label and value
     * @param subjects parts by subject; null when any is meant and none makes a difference
     * @param groups   one more than the largest sum of parts
     * @param distinct whether subjects are counted in each group
     */
    public FactQuestion(
            Window window,
            int[] buckets,
            long[] routes,
            long[] traits,
            long @Nullable [] subjects,
            long groups,
            boolean distinct) {
        this(
                window,
                buckets,
                routes,
                traits,
                subjects,
                groups,
                distinct,
                Long.MAX_VALUE,
                false,
                null,
                Integer.MAX_VALUE);
    }

    private FactQuestion(
            Window window,
            int[] buckets,
            long[] routes,
            long[] traits,
            long @Nullable [] subjects,
            long groups,
            boolean distinct,
            long detail,
            boolean latestFirst,
            @Nullable Measure measure,
            int most) {
        this.window = window;
        this.buckets = buckets;
        this.routes = routes;
        this.traits = traits;
        this.subjects = subjects;
        this.groups = groups;
        this.distinct = distinct;
        this.detail = detail;
        this.latestFirst = latestFirst;
        this.measure = measure;
        this.most = most;
    }

    /**
     * The same, but only so many groups have to be told, those of the first buckets or of the last ones; the groups of the
     * others are counted.
     */
    public FactQuestion inDetail(long detail, boolean latestFirst) {
        return new FactQuestion(
                window,
                buckets,
                routes,
                traits,
                subjects,
                groups,
                distinct,
                detail,
                latestFirst,
                null,
                Integer.MAX_VALUE);
    }

    /**
     * The same, but only so many groups have to be told, those with the largest sums of a measure, and all that are equal to
     * the last of them; the others are counted.
     *
     * @param measure anything but subjects
     */
    public FactQuestion ofLargest(Measure measure, int most) {
        if (measure == Measure.SUBJECTS || most < 1) {
            throw new IllegalArgumentException(
                    "at least one group, and not by subjects, was " + most + " by " + measure);
        }
        return new FactQuestion(
                window, buckets, routes, traits, subjects, groups, distinct, Long.MAX_VALUE, false, measure, most);
    }
}
