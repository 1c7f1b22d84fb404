package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.asof.AsOf;
import com.sessionanalyzer.query.session.asof.PastReading;
import com.sessionanalyzer.query.session.asof.PastRows;
import com.sessionanalyzer.query.session.insights.FilteredInsights.Days;
import com.sessionanalyzer.query.session.insights.Grouping.Row;
import com.sessionanalyzer.query.session.rows.RowConditions;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Answers any grouping of the records that were there at a moment, as {@link QueryReader} does of those of now. */
public final class PastQueries {

    private final PastReading past;

    PastQueries(PastReading past) {
        this.past = past;
    }

    /**
     * The answer.
     *
     * @param query asked on the local day of the moment
     * @param after what the rows must contain
     */
    public QueryAnswer read(OrganizationId organization, InsightsQuery query, AsOf asOf, Position after) {
        InsightsQuery meant = query.of(past.filter(organization, query.asked().filter()));
        return past.read(
                List.of(asOf), after, (database, contained) -> answer(database, contained, organization, meant, asOf));
    }

    private static QueryAnswer answer(
            NamedParameterJdbcTemplate database,
            Position contained,
            OrganizationId organization,
            InsightsQuery query,
            AsOf asOf) {
        Asked asked = query.asked();
        Window window = window(database, organization, asked, asOf);
        Grain grain = asked.grain(window);
        PastRows rows = PastRows.at(asOf.at(), RowConditions.of(organization, asked.filter(), asOf.day()));
        PastGroups groups = PastGroups.of(database, rows, query, window, grain);
        List<Row> all = groups.rows();
        QueryRows.complete(all, query, window, grain);
        GroupTexts texts = new GroupTexts(groups.texts(), window, grain, query.groups());
        return new QueryAnswer(
                asOf.at(),
                contained.toString(),
                0,
                days(asked, window, grain),
                asked.filter().queryWithPeriod(),
                texts.columns(query.measures()),
                QueryReader.totals(query, PastGroups.whole(database, rows, window)),
                Math.toIntExact(Math.max(groups.count(), all.size())),
                all.stream()
                        .sorted(new RowOrder(query, texts))
                        .limit(query.limit())
                        .map(row -> texts.values(row, query.measures()))
                        .toList());
    }

    /** The days that are meant; of everything, those from the first record that was there. */
    static Window window(NamedParameterJdbcTemplate database, OrganizationId organization, Asked asked, AsOf asOf) {
        PastRows all = PastRows.all(organization, asOf.at());
        return asked.window(() -> PastGroups.day(database, all, "min"), () -> PastGroups.day(database, all, "max"));
    }

    static Days days(Asked asked, Window window, Grain grain) {
        return new Days(
                asked.filter().period().code(),
                asked.filter().period().label(),
                window.start(),
                window.last(),
                grain.code());
    }
}
