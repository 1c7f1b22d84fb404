package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.insights.Asked;
import com.sessionanalyzer.query.session.insights.FilteredInsights;
import com.sessionanalyzer.query.session.insights.FilteredInsights.Days;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.List;
import java.util.Map;

/** The fixed insights under every filter, without series. */
record FixedFilteredInsights(FixedInsights insights, FixedSnapshot snapshot) implements FilteredInsightsReader {

    @Override
    public FilteredInsights read(OrganizationId organization, Asked asked, Position after, int listLimit) {
        snapshot.ask();
        Window window = asked.filter().period().window(asked.today());
        return new FilteredInsights(
                insights.read(organization, after, listLimit),
                new Days(
                        asked.filter().period().code(),
                        asked.filter().period().label(),
                        window.start(),
                        window.last(),
                        asked.grain(window).code()),
                asked.filter().query(),
                Map.of(),
                List.of(),
                null);
    }
}
