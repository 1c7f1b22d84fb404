package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.period.DateRange;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.InsightsReader;
import com.sessionanalyzer.query.session.OneSnapshot;
import com.sessionanalyzer.query.session.insights.Asked;
import com.sessionanalyzer.query.session.insights.Change;
import com.sessionanalyzer.query.session.insights.FilteredInsights;
import com.sessionanalyzer.query.session.insights.FilteredInsights.Compared;
import com.sessionanalyzer.query.session.insights.FilteredInsights.Days;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.query.session.insights.InsightsQueries;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers for pages: everything from one reader, what is filtered from another, what the charts show beside it from a third. */
public final class InsightAnswers {

    private final InsightsReader everything;
    private final FilteredInsightsReader filtered;
    private final InsightsQueries queries;
    private final OneSnapshot snapshot;

    InsightAnswers(
            InsightsReader everything, FilteredInsightsReader filtered, InsightsQueries queries, OneSnapshot snapshot) {
        this.everything = everything;
        this.filtered = filtered;
        this.queries = queries;
        this.snapshot = snapshot;
    }

    /**
     * All numbers from one snapshot; waits, bounded, until it contains the given position.
     *
     * @param listLimit how many duplicates to list at most
     */
    public InsightAnswer answer(OrganizationId organization, Asked asked, Position after, int listLimit) {
        return snapshot.hold(organization, after, left -> read(organization, asked, left, listLimit));
    }

    /**
     * Numbers, and those of the days they are compared with.
     *
     * @param other what was asked for the numbers before; null when nothing is compared
     */
    private record Numbers(
            Insights now,
            TimeSeries series,
            @Nullable Insights before,
            Map<String, Change> changes,
            @Nullable Asked other) {

        static Numbers alone(Insights now, TimeSeries series) {
            return new Numbers(now, series, null, Map.of(), null);
        }
    }

    private InsightAnswer read(OrganizationId organization, Asked asked, Position after, int listLimit) {
        Asked fitting = fitting(organization, asked, after);
        Numbers numbers = numbers(organization, fitting, after, listLimit);
        Facets facets =
                new FacetReading(queries, organization, fitting, numbers.other).read(numbers.now, numbers.before);
        return new InsightAnswer(
                numbers.now, numbers.series, numbers.before, numbers.changes, facets, !fitting.equals(asked));
    }

    private Numbers numbers(OrganizationId organization, Asked asked, Position after, int listLimit) {
        if (asked.isNothingSpecial()) {
            Insights all = everything.read(organization, after, listLimit);
            return Numbers.alone(all, TimeSeries.ofAll(DayTotals.of(all), null));
        }
        FilteredInsights now = filtered.read(organization, asked, after, listLimit);
        Compared comparison = now.comparison();
        if (comparison == null) {
            return Numbers.alone(now.insights(), series(asked, now));
        }
        Asked other = new Asked(
                asked.filter().in(new DateRange(comparison.from(), comparison.to())), asked.today(), grain(now), null);
        FilteredInsights before = filtered.read(organization, other, Position.BEGINNING, listLimit);
        return new Numbers(
                now.insights(), series(now).after(series(before)), before.insights(), comparison.changes(), other);
    }

    /** The same with a coarser grain, when everything would be cut into more buckets than there can be. */
    private Asked fitting(OrganizationId organization, Asked asked, Position after) {
        Grain grain = asked.grain();
        if (grain == null || asked.filter().period() != Period.ALL) {
            return asked;
        }
        Days days = filtered.read(organization, new Asked(asked.filter(), asked.today(), null, null), after, 1)
                .period();
        Window window = Window.of(days.from(), days.to());
        return new Asked(asked.filter(), asked.today(), Grain.fitting(window, grain), asked.comparison());
    }

    private static TimeSeries series(Asked asked, FilteredInsights now) {
        return asked.filter().period() == Period.ALL
                ? TimeSeries.ofAll(DayTotals.of(now.insights()), asked.grain())
                : series(now);
    }

    private static TimeSeries series(FilteredInsights of) {
        return TimeSeries.of(
                DayTotals.of(of.insights()),
                Window.of(of.period().from(), of.period().to()),
                grain(of));
    }

    private static Grain grain(FilteredInsights of) {
        return Grain.of(of.period().grain()).orElseThrow();
    }
}
