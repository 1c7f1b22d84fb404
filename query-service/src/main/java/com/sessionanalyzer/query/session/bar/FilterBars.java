package com.sessionanalyzer.query.session.bar;

import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.InsightsReader;
import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.HighlightChoices;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.insights.Asked;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Makes the filter bar of a request; its choices are the values that records have. */
public final class FilterBars {

    private final InsightsReader insights;
    private final Clock clock;

    FilterBars(InsightsReader insights, Clock clock) {
        this.insights = insights;
        this.clock = clock;
    }

    /**
     * The bar of this request's page.
     *
     * @param kept names of parameters of the page itself that stay when the filter changes
     */
    public FilterBar of(HttpServletRequest request, Organization organization, String... kept) {
        return of(request, organization, today(organization), kept);
    }

    /** The same on another day. */
    public FilterBar of(HttpServletRequest request, Organization organization, LocalDate today, String... kept) {
        Parameters parameters = Parameters.of(request);
        Faults faults = new Faults();
        Asked asked = Asked.read(parameters, faults, today, Period.ALL);
        return new FilterBar(
                request.getRequestURI(),
                asked,
                faults.all(),
                fields(asked.filter(), insights.read(organization.id(), Position.BEGINNING, 1)),
                kept(parameters, kept));
    }

    /** The date in the organization's time zone. */
    public LocalDate today(Organization organization) {
        return LocalDate.now(clock.withZone(organization.zone()));
    }

    private static List<ChoiceField> fields(SessionFilter filter, Insights everything) {
        return List.of(
                ChoiceField.of(
                        FilterField.REGION,
                        filter,
                        everything.regionDistribution().keySet()),
                ChoiceField.of(
                        FilterField.SOURCE,
                        filter,
                        everything.sourceDistribution().keySet()),
                ChoiceField.of(
                        FilterField.DESTINATION,
                        filter,
                        everything.destinationDistribution().keySet()),
                ChoiceField.of(FilterField.HIGHLIGHT, filter, HighlightChoices.codes()));
    }

    private static List<KeptParameter> kept(Parameters parameters, String... names) {
        return List.of(names).stream()
                .flatMap(name -> parameters.all(name).stream().map(value -> new KeptParameter(name, value)))
                .toList();
    }
}
