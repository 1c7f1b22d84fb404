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
 */
public record InsightAnswer(
        Insights now, TimeSeries series, @Nullable Insights before, Map<String, Change> changes) {}
