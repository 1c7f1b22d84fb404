package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.session.insights.FilteredInsights.Days;
import com.sessionanalyzer.query.session.insights.InsightsQueries;
import com.sessionanalyzer.query.session.insights.InsightsQuery;
import com.sessionanalyzer.query.session.insights.QueryAnswer;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The fixed insights by any one dimension. */
record FixedQueries(FixedInsights insights, FixedSnapshot snapshot) implements InsightsQueries {

    @Override
    public QueryAnswer read(OrganizationId organization, InsightsQuery query, Position after) {
        snapshot.ask();
        Insights all = insights.read(organization, after, 1);
        String column = query.groups().get(0).column();
        Map<String, Long> records = switch (query.groups().get(0)) {
            case SOURCE -> all.sourceDistribution();
            case DESTINATION -> all.destinationDistribution();
            default -> all.regionDistribution();
        };
        return new QueryAnswer(
                all.asOf(),
                all.position().toString(),
                1,
                new Days("all", "Everything", LocalDate.EPOCH, LocalDate.EPOCH, "day"),
                "period=all",
                List.of(column, "records"),
                Map.of(),
                records.size(),
                records.entrySet().stream()
                        .map(entry -> Map.<String, Object>of(
                                column, entry.getKey(), "records", BigDecimal.valueOf(entry.getValue())))
                        .toList());
    }
}
