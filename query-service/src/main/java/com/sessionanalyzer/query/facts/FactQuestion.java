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
    final Told told;

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
        this(window, buckets, routes, traits, subjects, groups, distinct, Told.ALL);
    }

    private FactQuestion(
            Window window,
            int[] buckets,
            long[] routes,
            long[] traits,
            long @Nullable [] subjects,
            long groups,
            boolean distinct,
            Told told) {
        this.window = window;
        this.buckets = buckets;
        this.routes = routes;
        this.traits = traits;
        this.subjects = subjects;
        this.groups = groups;
        this.distinct = distinct;
        this.told = told;
    }

    /**
     * Which groups have to be told.
     *
     * @param buckets     as many groups at least, of the first buckets
     * @param latestFirst whether the last buckets are the first ones
     * @param largest     as many groups at least, of those with the largest sums of the measure
     * @param measure     what makes a group large; null when that makes no difference
     */
    record Told(
            long buckets,
            boolean latestFirst,
            int largest,
            @Nullable Measure measure) {

        private static final Told ALL = new Told(Long.MAX_VALUE, false, Integer.MAX_VALUE, null);
    }

    /**
     * The same, but only so many groups have to be told, those of the first buckets or of the last ones; the groups of the
     * others are counted.
     */
    public FactQuestion inDetail(long detail, boolean latestFirst) {
        return with(new Told(detail, latestFirst, Integer.MAX_VALUE, null));
    }

    /**
     * The same, but only so many groups have to be told, those with the largest sums of a measure, and all that are equal to
     * the last of them; the others are counted, and added up together.
     *
     * @param measure anything but subjects
     */
    public FactQuestion ofLargest(Measure measure, int most) {
        if (measure == Measure.SUBJECTS || most < 1) {
            throw new IllegalArgumentException(
                    "at least one group, and not by subjects, was " + most + " by " + measure);
        }
        return with(new Told(Long.MAX_VALUE, false, most, measure));
    }

    private FactQuestion with(Told those) {
        return new FactQuestion(window, buckets, routes, traits, subjects, groups, distinct, those);
    }
}
