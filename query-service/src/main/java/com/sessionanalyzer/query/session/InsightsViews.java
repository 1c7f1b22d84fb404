package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.insights.Asked;
import com.sessionanalyzer.query.session.insights.FilteredInsights;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;

/** Reads what a page shows from its address: everything as ever, or what a filter means; all of one snapshot. */
final class InsightsViews {

    private final InsightsReader insights;
    private final FilteredInsightsReader filtered;
    private final Clock clock;

    InsightsViews(InsightsReader insights, FilteredInsightsReader filtered, Clock clock) {
        this.insights = insights;
        this.filtered = filtered;
        this.clock = clock;
    }

    /**
     * @param listLimit how many duplicates and combinations to list at most
     */
    InsightsView read(Organization organization, HttpServletRequest request, int listLimit) {
        Faults faults = new Faults();
        LocalDate today = LocalDate.now(clock.withZone(organization.zone()));
        Asked asked = Asked.read(Parameters.of(request), faults, today, Period.ALL);
        Position after = PositionCookie.read(request);
        if (asked.isNothingSpecial()) {
            return new InsightsView(
                    insights.read(organization.id(), after, listLimit), asked.filter(), faults.all(), null);
        }
        FilteredInsights numbers = filtered.read(organization.id(), asked, after, listLimit);
        return new InsightsView(numbers.insights(), asked.filter(), faults.all(), numbers);
    }
}
