package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.session.asof.Difference.Content;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.rows.RowConditions;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Records as they stood at a moment, by the page, the newest first. */
final class PastRecords {

    static final int PAGE_SIZE = 20;

    private final PastReading past;

    PastRecords(PastReading past) {
        this.past = past;
    }

    /** A record as it stood. */
    record Row(UUID id, Content content) {}

    /** A page of them. */
    record Page(List<Row> rows, long total, int page, long totalPages) {}

    Page page(OrganizationId organization, AsOf asOf, SessionFilter filter, int page, Position after) {
        PastRows rows =
                PastRows.at(asOf.at(), RowConditions.of(organization, past.filter(organization, filter), asOf.day()));
        return past.read(List.of(asOf), after, (database, contained) -> page(database, rows, page));
    }

    private static Page page(NamedParameterJdbcTemplate database, PastRows rows, int page) {
        long total = Objects.requireNonNull(
                database.queryForObject("select count(*) from " + rows.sql(), rows.parameters(), Long.class));
        return new Page(
                database.query(
                        "select * from " + rows.sql()
                                + " order by uploaded_at desc, id desc limit :page_size offset :skipped",
                        new MapSqlParameterSource(rows.parameters())
                                .addValue("page_size", PAGE_SIZE)
                                .addValue("skipped", (page - 1L) * PAGE_SIZE),
                        (row, number) -> new Row(row.getObject("id", UUID.class), ContentFields.read(row, ""))),
                total,
                page,
                (total + PAGE_SIZE - 1) / PAGE_SIZE);
    }
}
