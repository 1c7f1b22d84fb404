package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A customer as the numbers know it at one moment.
 *
 * @param key         its identity
 * @param displayName how it is shown
 * @param visits      region, source and destination of each of its routes, one after the other
 */
public record KnownCustomer(
        String key, String displayName, long records, long sessions, Instant first, Instant last, List<String> visits) {

    private static final int PARTS = 3;

    public KnownCustomer {
        visits = List.copyOf(visits);
    }

    static KnownCustomer of(String key, Activity activity, List<String> visits) {
        return new KnownCustomer(
                key,
                activity.displayName(),
                activity.records(),
                activity.sessions(),
                activity.first(),
                activity.last(),
                visits);
    }

    public Set<String> regions() {
        Set<String> regions = new LinkedHashSet<>();
        for (int i = 0; i < visits.size(); i += PARTS) {
            regions.add(visits.get(i));
        }
        return regions;
    }

    /** Its routes, as in {@code FB Pages → BQ}. */
    public Set<String> routes() {
        Set<String> routes = new LinkedHashSet<>();
        for (int i = 0; i < visits.size(); i += PARTS) {
            routes.add(visits.get(i + 1) + " → " + visits.get(i + 2));
        }
        return routes;
    }
}
