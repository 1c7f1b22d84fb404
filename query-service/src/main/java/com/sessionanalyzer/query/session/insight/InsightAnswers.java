package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.period.DateRange;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.InsightsReader;
import com.sessionanalyzer.query.session.insights.Asked;
import com.sessionanalyzer.query.session.insights.FilteredInsights;
import com.sessionanalyzer.query.session.insights.FilteredInsights.Compared;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.Map;

/** Answers from memory: everything from the cube, what is filtered from the records. */
public final class InsightAnswers {

    /** So often both sides of a comparison are read again, because records came between them. */
    private static final int MOST_READINGS = 3;

    private final InsightsReader everything;
    private final FilteredInsightsReader filtered;

    InsightAnswers(InsightsReader everything, FilteredInsightsReader filtered) {
        this.everything = everything;
        this.filtered = filtered;
    }

    /**
     * All numbers from one snapshot; waits, bounded, until it contains the given position.
     *
     * @param listLimit how many duplicates to list at most
     */
    public InsightAnswer answer(OrganizationId organization, Asked asked, Position after, int listLimit) {
        if (asked.isNothingSpecial()) {
            Insights all = everything.read(organization, after, listLimit);
            return new InsightAnswer(all, TimeSeries.ofAll(DayTotals.of(all), null), null, Map.of());
        }
        FilteredInsights now = filtered.read(organization, asked, after, listLimit);
        return now.comparison() == null
                ? alone(asked, now)
                : compared(organization, asked, now, now.comparison(), listLimit);
    }

    private static InsightAnswer alone(Asked asked, FilteredInsights now) {
        TimeSeries series = asked.filter().period() == Period.ALL
                ? TimeSeries.ofAll(DayTotals.of(now.insights()), asked.grain())
                : series(now);
        return new InsightAnswer(now.insights(), series, null, Map.of());
    }

    private InsightAnswer compared(
            OrganizationId organization, Asked asked, FilteredInsights first, Compared other, int listLimit) {
        FilteredInsights now = first;
        Compared comparison = other;
        FilteredInsights before = before(organization, asked, grain(now), comparison, listLimit);
        for (int reading = 1; reading < MOST_READINGS && !isOfOneSnapshot(now, before); reading++) {
            now = filtered.read(organization, asked, Position.BEGINNING, listLimit);
            comparison = now.comparison() == null ? comparison : now.comparison();
            before = before(organization, asked, grain(now), comparison, listLimit);
        }
        return new InsightAnswer(
                now.insights(), series(now).after(series(before)), before.insights(), comparison.changes());
    }

    private FilteredInsights before(
            OrganizationId organization, Asked asked, Grain grain, Compared other, int listLimit) {
        return filtered.read(
                organization,
                new Asked(asked.filter().in(new DateRange(other.from(), other.to())), asked.today(), grain, null),
                Position.BEGINNING,
                listLimit);
    }

    private static boolean isOfOneSnapshot(FilteredInsights one, FilteredInsights other) {
        return one.insights().position().equals(other.insights().position());
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
