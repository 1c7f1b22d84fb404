package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.insights.Change;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of the records that a filter means.
 *
 * @param before  the numbers of the days they are compared with; null when nothing is compared
 * @param changes by the names of measures; empty when nothing is compared
 * @param facets  what the charts show that a click filters by
 * @param coarser whether the days are cut more coarsely than was asked, because that would make too many buckets
 */
public record InsightAnswer(
        Insights now,
        TimeSeries series,
        @Nullable Insights before,
        Map<String, Change> changes,
        Facets facets,
        boolean coarser) {}
