package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.period.Bucket;
import com.sessionanalyzer.query.period.Comparison;
import com.sessionanalyzer.query.period.DateRange;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.asof.AsOf;
import com.sessionanalyzer.query.session.asof.PastInsights;
import com.sessionanalyzer.query.session.asof.PastReading;
import com.sessionanalyzer.query.session.asof.PastRows;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.insights.FilteredInsights.Compared;
import com.sessionanalyzer.query.session.rows.RowConditions;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Answers what filtered records added up to at a moment, from the rows and their history. */
public final class PastFilteredInsights {

    private final PastReading past;

    public PastFilteredInsights(PastReading past) {
        this.past = past;
    }

    /**
     * The answer.
     *
     * @param asked     on the local day of the moment
     * @param after     what the rows must contain
     * @param listLimit how many duplicates and combinations to list at most; 0 for all
     */
    public FilteredInsights read(OrganizationId organization, AsOf asOf, Asked asked, Position after, int listLimit) {
        Asked meant = asked.of(past.filter(organization, asked.filter()));
        return past.read(List.of(asOf), after, (database, contained) -> {
            Moment moment = new Moment(database, organization, asOf);
            Window window = PastQueries.window(database, organization, meant, asOf);
            Grain grain = meant.grain(window);
            Series series = moment.series(meant.filter(), window, grain);
            return new FilteredInsights(
                    PastInsights.ask(database, contained, organization, asOf, meant.filter(), listLimit),
                    PastQueries.days(meant, window, grain),
                    meant.filter().query(),
                    Measures.all(series.whole()),
                    series.buckets(),
                    moment.compared(meant, window, grain, series.whole()));
        });
    }

    /** What was there at a moment, within one transaction. */
    private record Moment(NamedParameterJdbcTemplate database, OrganizationId organization, AsOf asOf) {

        Series series(SessionFilter filter, Window window, Grain grain) {
            PastRows rows = PastRows.at(asOf.at(), RowConditions.of(organization, filter, asOf.day()));
            List<Bucket> buckets = window.buckets(grain);
            SessionSums[] sums = new SessionSums[buckets.size()];
            Arrays.fill(sums, SessionSums.NOTHING);
            PastGroups.all(database, rows, window, grain, List.of(SessionGroup.BUCKET))
                    .forEach(row -> sums[row.code(0)] = row.sums());
            List<SeriesBucket> series = new ArrayList<>();
            for (int bucket = 0; bucket < sums.length; bucket++) {
                series.add(SeriesBucket.of(buckets.get(bucket), sums[bucket]));
            }
            return new Series(PastGroups.whole(database, rows, window), List.copyOf(series));
        }

        @Nullable
        Compared compared(Asked asked, Window window, Grain grain, SessionSums now) {
            Comparison comparison = asked.comparison();
            if (comparison == null) {
                return null;
            }
            Window other = comparison.of(window);
            Series series = series(asked.filter().in(new DateRange(other.start(), other.last())), other, grain);
            return new Compared(
                    comparison.code(),
                    other.start(),
                    other.last(),
                    Measures.changes(now, series.whole()),
                    series.buckets());
        }
    }
}
