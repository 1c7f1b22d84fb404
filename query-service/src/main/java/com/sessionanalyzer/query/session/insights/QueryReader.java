package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.query.session.SessionSnapshot;
import com.sessionanalyzer.query.session.SessionSnapshots;
import com.sessionanalyzer.query.session.insights.FilteredInsights.Days;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers any grouping from the facts of one snapshot. */
public final class QueryReader implements InsightsQueries {

    private final SessionSnapshots snapshots;

    public QueryReader(SessionSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public QueryAnswer read(OrganizationId organization, InsightsQuery query, Position after) {
        return snapshots.ask(organization, after, snapshot -> answer(query, snapshot));
    }

    /** The answer that this snapshot gives; while it is worked out the snapshot must not change. */
    public static QueryAnswer answer(InsightsQuery query, SessionSnapshot snapshot) {
        Asked asked = query.asked();
        Window window = asked.window(snapshot.facts());
        Grain grain = asked.grain(window);
        GroupTexts texts = new GroupTexts(CodeTexts.of(snapshot.facts()), window, grain, query.groups());
        QueryRows rows = rows(query, snapshot, window, grain, texts);
        return new QueryAnswer(
                snapshot.asOf(),
                snapshot.position().toString(),
                snapshot.version(),
                new Days(
                        asked.filter().period().code(),
                        asked.filter().period().label(),
                        window.start(),
                        window.last(),
                        grain.code()),
                asked.filter().queryWithPeriod(),
                texts.columns(query.measures()),
                totals(query, rows.whole()),
                rows.groups(),
                rows.shown().stream()
                        .map(row -> texts.values(row, query.measures()))
                        .toList());
    }

    private static QueryRows rows(
            InsightsQuery query, SessionSnapshot snapshot, Window window, Grain grain, GroupTexts texts) {
        try {
            return QueryRows.of(query, snapshot.facts(), window, grain, texts);
        } catch (ArithmeticException tooMany) {
            throw ApiParameters.wrong("group_by", "must not make more groups than can be counted");
        }
    }

    static Map<String, @Nullable BigDecimal> totals(InsightsQuery query, SessionSums whole) {
        Map<String, @Nullable BigDecimal> totals = new LinkedHashMap<>();
        query.measures().forEach(measure -> totals.put(measure.code(), measure.of(whole)));
        return totals;
    }
}
