package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.session.Insights.Route;

/** What the charts show that a click filters by. */
public record Facets(
        Facet<String> regions,
        Facet<String> sources,
        Facet<String> destinations,
        Facet<Route> routes,
        Facet<Integer> minutes) {}
