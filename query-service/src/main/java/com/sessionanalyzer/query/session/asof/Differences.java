package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.session.asof.Difference.Changed;
import com.sessionanalyzer.query.session.asof.Difference.Content;
import com.sessionanalyzer.query.session.asof.Difference.Numbers;
import com.sessionanalyzer.query.session.asof.Difference.Reasons;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.rows.RowConditions;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Says what differs between two moments, and which records explain it. */
final class Differences {

    private final PastReading past;

    Differences(PastReading past) {
        this.past = past;
    }

    /**
     * The moments and the records that are asked for.
     *
     * @param from the earlier moment
     * @param page from 1
     */
    record Question(AsOf from, AsOf to, SessionFilter filter, int page, int pageSize) {

        Question of(SessionFilter other) {
            return new Question(from, to, other, page, pageSize);
        }
    }

    Difference between(OrganizationId organization, Question question, Position after) {
        Question meant = question.of(past.filter(organization, question.filter()));
        return past.read(
                List.of(question.from(), question.to()),
                after,
                (database, contained) -> ask(database, contained, organization, meant));
    }

    private static Difference ask(
            NamedParameterJdbcTemplate database, Position contained, OrganizationId organization, Question question) {
        DifferenceSql sql = DifferenceSql.of(organization, question.from(), question.to(), question.filter());
        Numbers before = numbers(database, organization, question, question.from());
        Numbers after = numbers(database, organization, question, question.to());
        Reasons reasons = reasons(database, sql);
        return new Difference(
                contained,
                question.from().at(),
                question.to().at(),
                before,
                after,
                after.minus(before),
                reasons,
                reasons.total(),
                question.page(),
                question.pageSize(),
                (reasons.total() + question.pageSize() - 1) / question.pageSize(),
                database.query(
                        sql.page(),
                        new MapSqlParameterSource(sql.parameters())
                                .addValue("page_size", question.pageSize())
                                .addValue("skipped", (question.page() - 1L) * question.pageSize()),
                        Differences::changed));
    }

    private static Numbers numbers(
            NamedParameterJdbcTemplate database, OrganizationId organization, Question question, AsOf moment) {
        PastRows rows = PastRows.at(
                moment.at(),
                RowConditions.of(organization, question.filter(), question.to().day()));
        return Objects.requireNonNull(database.queryForObject(
                DifferenceSql.numbers(rows),
                rows.parameters(),
                (row, number) -> new Numbers(
                        row.getLong("records"),
                        row.getLong("customers"),
                        row.getLong("repeated"),
                        row.getLong("sessions"),
                        row.getLong("timed"),
                        row.getLong("minutes"))));
    }

    private static Reasons reasons(NamedParameterJdbcTemplate database, DifferenceSql sql) {
        Map<String, Long> counts = new HashMap<>();
        database.query(sql.reasons(), sql.parameters(), row -> {
            counts.put(row.getString("change"), row.getLong("records"));
        });
        return new Reasons(
                counts.getOrDefault("added", 0L),
                counts.getOrDefault("corrected", 0L),
                counts.getOrDefault("deleted", 0L),
                counts.getOrDefault("entered", 0L),
                counts.getOrDefault("left", 0L));
    }

    private static Changed changed(ResultSet row, int number) throws SQLException {
        Content before = row.getBoolean("was_there") ? ContentFields.read(row, "before_") : null;
        Content after = row.getBoolean("is_there") ? ContentFields.read(row, "after_") : null;
        return new Changed(
                row.getObject("id", UUID.class),
                row.getString("change"),
                row.getTimestamp("at").toInstant(),
                before,
                after,
                ContentFields.differing(before, after));
    }
}
