package com.sessionanalyzer.query.session.customer;

import com.sessionanalyzer.query.session.customer.CustomerHistory.HighlightCount;
import com.sessionanalyzer.query.session.customer.CustomerHistory.Route;
import com.sessionanalyzer.query.session.customer.CustomerHistory.Totals;
import com.sessionanalyzer.query.session.customer.CustomerHistory.Visit;
import com.sessionanalyzer.query.session.insight.DayTotal;
import com.sessionanalyzer.schema.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says of the records of one customer, found by their index. */
final class CustomerRows {

    private static final String OF_ONE =
            " from session_record where organization = :organization and customer_key = :key";

    private final JdbcClient database;

    CustomerRows(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    Optional<Totals> totals(OrganizationId organization, String key) {
        return list(
                        "select (array_agg(customer order by uploaded_at desc, id desc))[1] as name, count(*) as records,"
                                + " sum(sessions) as sessions, count(minutes) as timed, coalesce(sum(minutes), 0) as minutes,"
                                + " count(highlight_type) as highlighted, min(uploaded_at) as first, max(uploaded_at) as last"
                                + OF_ONE + " having count(*) > 0",
                        organization,
                        key,
                        (row, number) -> new Totals(
                                key,
                                row.getString("name"),
                                row.getLong("records"),
                                row.getLong("sessions"),
                                row.getLong("timed"),
                                row.getLong("minutes"),
                                row.getLong("highlighted"),
                                instant(row, "first"),
                                instant(row, "last")))
                .stream()
                .findFirst();
    }

    List<Route> routes(OrganizationId organization, String key) {
        return list(
                "select region, source, destination, count(*) as records, coalesce(sum(minutes), 0) as minutes" + OF_ONE
                        + " group by region, source, destination order by records desc, source, destination, region",
                organization,
                key,
                (row, number) -> new Route(
                        row.getString("region"),
                        row.getString("source"),
                        row.getString("destination"),
                        row.getLong("records"),
                        row.getLong("minutes")));
    }

    List<HighlightCount> highlights(OrganizationId organization, String key) {
        return list(
                "select highlight_type, count(*) as records" + OF_ONE
                        + " and highlight_type is not null group by highlight_type order by records desc, highlight_type",
                organization,
                key,
                (row, number) -> new HighlightCount(row.getString("highlight_type"), row.getLong("records")));
    }

    List<DayTotal> days(OrganizationId organization, String key) {
        return list(
                "select local_day, count(*) as records, count(minutes) as timed, coalesce(sum(minutes), 0) as minutes"
                        + OF_ONE + " group by local_day order by local_day",
                organization,
                key,
                (row, number) -> new DayTotal(
                        row.getObject("local_day", LocalDate.class),
                        row.getLong("records"),
                        row.getLong("timed"),
                        row.getLong("minutes")));
    }

    List<Visit> newest(OrganizationId organization, String key, int most) {
        return list(
                "select id, uploaded_at, region, sessions, source, destination, minutes, observation, highlight_type,"
                        + " highlight_url" + OF_ONE + " order by uploaded_at desc, id desc limit " + most,
                organization,
                key,
                (row, number) -> new Visit(
                        row.getObject("id", UUID.class),
                        instant(row, "uploaded_at"),
                        row.getString("region"),
                        row.getInt("sessions"),
                        row.getString("source"),
                        row.getString("destination"),
                        row.getObject("minutes", Integer.class),
                        row.getString("observation"),
                        row.getString("highlight_type"),
                        row.getString("highlight_url")));
    }

    private <T> List<T> list(String sql, OrganizationId organization, String key, RowMapper<T> mapper) {
        return database.sql(sql)
                .param("organization", organization.value())
                .param("key", key)
                .query(mapper)
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
