package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.asof.PastRows;
import com.sessionanalyzer.query.session.insights.Grouping.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Groups of records that were there at a moment, worked out by the database. */
final class PastGroups {

    private final PastGroupsSql sql;
    private final PastTexts texts = new PastTexts();
    private final List<Row> rows = new ArrayList<>();
    private long count;

    private PastGroups(PastGroupsSql sql) {
        this.sql = sql;
    }

    /** The leading groups of a query. */
    static PastGroups of(
            NamedParameterJdbcTemplate database, PastRows past, InsightsQuery query, Window window, Grain grain) {
        PastGroups groups = new PastGroups(new PastGroupsSql(
                query.groups(), window, grain, query.measures().contains(SessionMeasure.CUSTOMERS)));
        database.query(groups.sql.leading(past, query), past.parameters(), groups::add);
        return groups;
    }

    /** What all the records add up to, with distinct customers. */
    static SessionSums whole(NamedParameterJdbcTemplate database, PastRows past, Window window) {
        return all(database, past, window, Grain.MONTH, List.of()).stream()
                .map(Row::sums)
                .findFirst()
                .orElse(SessionSums.NOTHING);
    }

    /** All groups, with distinct customers. */
    static List<Row> all(
            NamedParameterJdbcTemplate database, PastRows past, Window window, Grain grain, List<SessionGroup> by) {
        PastGroups groups = new PastGroups(new PastGroupsSql(by, window, grain, true));
        database.query(groups.sql.all(past), past.parameters(), groups::add);
        return groups.rows;
    }

    /** The first and the last day that any record of the organization had; null when there was none. */
    static @Nullable LocalDate day(NamedParameterJdbcTemplate database, PastRows all, String which) {
        return database.queryForObject(
                "select " + which + "(local_day) from " + all.sql(), all.parameters(), LocalDate.class);
    }

    /** As many as there are at most, best first; others are not among the leading ones. */
    List<Row> rows() {
        return rows;
    }

    /** How many there are. */
    long count() {
        return count;
    }

    CodeTexts texts() {
        return texts;
    }

    private void add(ResultSet row) throws SQLException {
        List<SessionGroup> groups = sql.groups();
        int[] codes = new int[groups.size()];
        for (int place = 0; place < codes.length; place++) {
            codes[place] = code(row, groups.get(place), PastGroupsSql.column(place));
        }
        count = row.getLong(PastGroupsSql.COUNT);
        rows.add(new Row(
                codes,
                new SessionSums(
                        row.getLong("records"),
                        row.getLong("sessions"),
                        row.getLong("customers"),
                        row.getLong("timed_records"),
                        row.getLong("minutes"),
                        row.getLong("highlights"))));
    }

    private int code(ResultSet row, SessionGroup group, String column) throws SQLException {
        return PastGroupsSql.isNumber(group) ? row.getInt(column) : texts.code(group, row.getString(column));
    }
}
