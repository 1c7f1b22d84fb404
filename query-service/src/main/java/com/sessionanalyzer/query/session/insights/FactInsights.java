package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.facts.FactTable;
import com.sessionanalyzer.query.period.Comparison;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.SessionSnapshot;
import com.sessionanalyzer.query.session.SessionSnapshots;
import com.sessionanalyzer.query.session.insights.FilteredInsights.Compared;
import com.sessionanalyzer.query.session.insights.FilteredInsights.Days;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import org.jspecify.annotations.Nullable;

/** Answers what filtered records add up to, from the facts of one snapshot. */
public final class FactInsights implements FilteredInsightsReader {

    private final SessionSnapshots snapshots;
    private final RecentAnswers recent = new RecentAnswers();

    public FactInsights(SessionSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public FilteredInsights read(OrganizationId organization, Asked asked, Position after, int listLimit) {
        return snapshots.ask(
                organization,
                after,
                snapshot -> recent.get(
                        new RecentAnswers.Key(organization, asked, listLimit),
                        snapshot,
                        () -> answer(organization, asked, snapshot, listLimit)));
    }

    private static FilteredInsights answer(
            OrganizationId organization, Asked asked, SessionSnapshot snapshot, int listLimit) {
        Window window = asked.window(snapshot.facts());
        Grain grain = asked.grain(window);
        Series series = Series.of(snapshot.facts(), asked.filter(), window, grain);
        FilteredSums sums = new FilteredSums(snapshot, asked.filter(), window, listLimit);
        return new FilteredInsights(
                        sums.insights(organization, series.whole()),
                        days(asked, window, grain),
                        asked.filter().query(),
                        Measures.all(series.whole()),
                        series.buckets(),
                        compared(asked, snapshot.facts(), window, grain, series.whole()))
                .withListsOfAtMost(listLimit);
    }

    private static Days days(Asked asked, Window window, Grain grain) {
        return new Days(
                asked.filter().period().code(),
                asked.filter().period().label(),
                window.start(),
                window.last(),
                grain.code());
    }

    private static @Nullable Compared compared(
            Asked asked, FactTable facts, Window window, Grain grain, SessionSums now) {
        Comparison comparison = asked.comparison();
        if (comparison == null) {
            return null;
        }
        Window other = comparison.of(window);
        Series series = Series.of(facts, asked.filter(), other, grain);
        return new Compared(
                comparison.code(),
                other.start(),
                other.last(),
                Measures.changes(now, series.whole()),
                series.buckets());
    }
}
