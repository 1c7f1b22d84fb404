package com.sessionanalyzer.query.session.asof;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.Insights.Combination;
import com.sessionanalyzer.query.session.Insights.Duplicate;
import com.sessionanalyzer.query.session.Insights.Route;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.rows.RowConditions;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Insights as they stood at a moment, worked out by the database from the records that were there then. */
public final class PastInsights {

    private final PastReading past;

    PastInsights(PastReading past) {
        this.past = past;
    }

    /** From when on they can be asked for; empty as long as nobody can say. */
    public Optional<Instant> since() {
        return past.since();
    }

    /**
     * The insights of the records that a filter meant at the moment; periods end with its local day. What was logged by then is
     * what counts, whenever it was counted.
     *
     * @param after     what the rows must contain, for those who have just changed something
     * @param listLimit how many duplicates and combinations to list at most; 0 for all
     */
    public Insights read(OrganizationId organization, AsOf asOf, SessionFilter filter, Position after, int listLimit) {
        SessionFilter meant = past.filter(organization, filter);
        return past.read(
                List.of(asOf),
                after,
                (database, contained) -> ask(database, contained, organization, asOf, meant, listLimit));
    }

    /** The same within a transaction in which more is asked. */
    public static Insights ask(
            NamedParameterJdbcTemplate database,
            Position contained,
            OrganizationId organization,
            AsOf asOf,
            SessionFilter filter,
            int listLimit) {
        PastRows rows = PastRows.at(asOf.at(), RowConditions.of(organization, filter, asOf.day()));
        PastSums sums = new PastSums();
        database.query(PastInsightsSql.of(rows, filter.isEverything(), listLimit), rows.parameters(), sums::add);
        return insights(organization, asOf, contained, sums);
    }

    private static Insights insights(OrganizationId organization, AsOf asOf, Position contained, PastSums sums) {
        Map<String, Long> regions = sums.records("region");
        Map<String, Long> sources = sums.records("source");
        Map<String, Long> destinations = sums.records("destination");
        return new Insights(
                organization.value(),
                0,
                contained,
                asOf.at(),
                sums.total("sessions"),
                sums.total("customers"),
                sums.total("records"),
                duplicates(sums),
                sums.total("repeated"),
                regions,
                sources,
                destinations,
                regions.size(),
                sources.size(),
                destinations.size(),
                sums.customers("region"),
                sums.customers("source"),
                sums.customers("destination"),
                combinations(sums),
                sums.total("combined"),
                routes(sums),
                sums.uploads(),
                sums.total("timed"),
                sums.histogram,
                sums.dailyTime(),
                sums.total("minutes"),
                PastSums.hours(sums.total("minutes")));
    }

    private static List<Duplicate> duplicates(PastSums sums) {
        return sums.duplicates.stream()
                .map(count -> new Duplicate(count.customer(), count.records()))
                .sorted(comparingLong(Duplicate::occurrences).reversed().thenComparing(Duplicate::customer))
                .toList();
    }

    private static List<Combination> combinations(PastSums sums) {
        return sums.combinations.stream()
                .map(count -> new Combination(count.customer(), count.source(), count.destination(), count.records()))
                .sorted(comparingLong(Combination::count)
                        .reversed()
                        .thenComparing(Combination::customer)
                        .thenComparing(Combination::source)
                        .thenComparing(Combination::destination))
                .toList();
    }

    private static List<Route> routes(PastSums sums) {
        return sums.routes.stream()
                .sorted(comparingLong(Route::records)
                        .reversed()
                        .thenComparing(comparing(Route::source).thenComparing(Route::destination)))
                .toList();
    }
}
