package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.session.customer.CustomerHistories;
import com.sessionanalyzer.query.session.customer.CustomerHistory;
import com.sessionanalyzer.query.session.customer.CustomerHistory.HighlightCount;
import com.sessionanalyzer.query.session.customer.CustomerHistory.Route;
import com.sessionanalyzer.query.session.customer.CustomerHistory.Totals;
import com.sessionanalyzer.query.session.customer.CustomerHistory.Visit;
import com.sessionanalyzer.query.session.customer.CustomerList;
import com.sessionanalyzer.query.session.insight.DayTotal;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One customer with two records, in a list of two. */
final class FixedCustomers implements CustomerList, CustomerHistories {

    @Override
    public Found find(OrganizationId organization, String text, int most, Position after) {
        List<Entry> found = List.of(new Entry("Acme.com", 1200), new Entry("<b>", 1)).stream()
                .filter(entry -> entry.name().toLowerCase(Locale.ROOT).contains(text))
                .toList();
        return new Found(found, found.size(), FixedInsights.AS_OF);
    }

    @Override
    public Optional<CustomerHistory> find(OrganizationId organization, String key, Position after) {
        return key.equals("acme.com") ? Optional.of(acme()) : Optional.empty();
    }

    private static CustomerHistory acme() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        return new CustomerHistory(
                new Totals("acme.com", "Acme.com", 2, 15, 1, 25, 1, FixedInsights.AS_OF, FixedInsights.AS_OF),
                List.of(new Route("EU", "FB Pages", "BQ", 2, 25)),
                List.of(new HighlightCount("error_gap", 1)),
                List.of(new DayTotal(day, 1, 1, 25), new DayTotal(day.plusDays(2), 1, 0, 0)),
                List.of(visit(25, "Errors do not say <b>what</b> to do", "error_gap"), visit(null, "", null)),
                FixedInsights.AS_OF);
    }

    private static Visit visit(@Nullable Integer minutes, String observation, @Nullable String highlight) {
        return new Visit(
                FixedRows.FIRST,
                FixedInsights.AS_OF,
                "EU",
                12,
                "FB Pages",
                "BQ",
                minutes,
                observation,
                highlight,
                null);
    }
}
