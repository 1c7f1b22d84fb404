package com.sessionanalyzer.query.session.insights;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.query.session.SessionSnapshot;
import com.sessionanalyzer.query.session.SessionSnapshots;
import com.sessionanalyzer.query.session.insights.FilteredInsights.Days;
import com.sessionanalyzer.query.session.insights.Grouping.Row;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        List<Row> rows = rows(query, snapshot, window, grain);
        List<Row> shown = RowComparator.sorted(rows, query, texts).stream()
                .limit(query.limit())
                .toList();
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
                totals(query, whole(query, snapshot, window, rows)),
                rows.size(),
                shown.stream().map(row -> texts.values(row, query.measures())).toList());
    }

    private static List<Row> rows(InsightsQuery query, SessionSnapshot snapshot, Window window, Grain grain) {
        try {
            Grouping grouping = new Grouping(snapshot.facts(), query.asked().filter(), window, grain, query.groups());
            List<Row> rows = new ArrayList<>(grouping.rows(query.measures().contains(SessionMeasure.CUSTOMERS)));
            complete(rows, query, window, grain);
            return rows;
        } catch (ArithmeticException tooMany) {
            throw ApiParameters.wrong("group_by", "must not make more groups than can be counted");
        }
    }

    /** Adds what is there without records: each stretch of days, when they are cut into days alone, and the whole. */
    static void complete(List<Row> rows, InsightsQuery query, Window window, Grain grain) {
        if (query.groups().size() == 1 && query.groups().get(0).isTime()) {
            fill(rows, window.count(requireNonNull(query.groups().get(0).grain(grain))));
        }
        if (query.groups().isEmpty() && rows.isEmpty()) {
            rows.add(new Row(new int[0], SessionSums.NOTHING));
        }
    }

    private static void fill(List<Row> rows, long buckets) {
        boolean[] known = new boolean[Math.toIntExact(buckets)];
        rows.forEach(row -> known[row.code(0)] = true);
        for (int bucket = 0; bucket < known.length; bucket++) {
            if (!known[bucket]) {
                rows.add(new Row(new int[] {bucket}, SessionSums.NOTHING));
            }
        }
    }

    /** Sums add up; distinct customers do not, and are counted again. */
    private static SessionSums whole(InsightsQuery query, SessionSnapshot snapshot, Window window, List<Row> rows) {
        return query.measures().contains(SessionMeasure.CUSTOMERS)
                        && !query.groups().isEmpty()
                ? Series.whole(snapshot.facts(), query.asked().filter(), window)
                : rows.stream().map(Row::sums).reduce(SessionSums.NOTHING, SessionSums::plus);
    }

    static Map<String, @Nullable BigDecimal> totals(InsightsQuery query, SessionSums whole) {
        Map<String, @Nullable BigDecimal> totals = new LinkedHashMap<>();
        query.measures().forEach(measure -> totals.put(measure.code(), measure.of(whole)));
        return totals;
    }
}
