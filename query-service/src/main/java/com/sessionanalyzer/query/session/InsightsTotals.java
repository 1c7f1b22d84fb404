package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.rows.RowTotals;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.LocalDate;
import java.util.Optional;

/** The numbers of records that the insights show. */
record InsightsTotals(InsightsReader insights) implements RowTotals {

    @Override
    public Optional<Total> of(OrganizationId organization, SessionFilter filter, LocalDate today) {
        if (!filter.isEverything()) {
            return Optional.empty();
        }
        try {
            Insights newest = insights.read(organization, Position.BEGINNING, 1);
            return Optional.of(new Total(newest.totalRecords(), newest.position()));
        } catch (ProblemException stillLoading) {
            return Optional.empty();
        }
    }
}
