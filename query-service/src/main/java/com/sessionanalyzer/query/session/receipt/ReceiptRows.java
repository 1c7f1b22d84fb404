package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.query.session.receipt.Receipt.Cell;
import com.sessionanalyzer.query.session.receipt.Receipt.Logged;
import com.sessionanalyzer.query.session.receipt.Receipt.Received;
import com.sessionanalyzer.query.session.receipt.Receipt.Rejected;
import com.sessionanalyzer.query.session.receipt.Receipt.Settled;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the database knows of one id, by its primary keys. */
final class ReceiptRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final String OF_ONE = " where organization = :organization and id = :id";

    private final JdbcClient database;

    ReceiptRows(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** A record that is there. */
    record Live(Received received, Logged logged, Cell cell, int revision) {}

    /** A record that was deleted. */
    record Gone(@Nullable Received received, Logged logged) {}

    /** A rejection. */
    record Refused(Received received, Rejected rejected) {}

    Optional<Live> live(OrganizationId organization, UUID id) {
        return one(
                "select created_at, channel, sender, delivery, line, rejection, log_partition, log_offset, logged_at,"
                        + " local_day, region, source, destination, revision from session_record" + OF_ONE,
                organization,
                id,
                (row, number) -> new Live(
                        received(row, instant(row, "created_at"), row.getString("sender"), rejection(row)),
                        HistoryRows.logged(row),
                        new Cell(
                                row.getObject("local_day", LocalDate.class),
                                row.getString("region"),
                                row.getString("source"),
                                row.getString("destination")),
                        row.getInt("revision")));
    }

    Optional<Gone> gone(OrganizationId organization, UUID id) {
        return one(
                "select created_at, channel, delivery, line, rejection, log_partition, log_offset, logged_at"
                        + " from session_deletion" + OF_ONE,
                organization,
                id,
                (row, number) -> new Gone(
                        row.getTimestamp("created_at") == null
                                ? null
                                : received(row, instant(row, "created_at"), null, rejection(row)),
                        HistoryRows.logged(row)));
    }

    Optional<Refused> refused(OrganizationId organization, UUID id) {
        return one(
                "select received_at, channel, sender, delivery, line, violations, settlement, settled_at, settled_by,"
                        + " settled_reason, settled_record from session_rejection" + OF_ONE,
                organization,
                id,
                (row, number) -> new Refused(
                        received(row, instant(row, "received_at"), row.getString("sender"), null),
                        new Rejected(
                                JSON.readValue(row.getString("violations"), VIOLATIONS).stream()
                                        .map(Violation::message)
                                        .toList(),
                                settled(row))));
    }

    private <T> Optional<T> one(String sql, OrganizationId organization, UUID id, RowMapper<T> mapper) {
        return database.sql(sql)
                .param("organization", organization.value())
                .param("id", id)
                .query(mapper)
                .optional();
    }

    private static Received received(ResultSet row, Instant at, @Nullable String sender, @Nullable UUID rejection)
            throws SQLException {
        int line = row.getInt("line");
        return new Received(
                at,
                row.getString("channel"),
                sender == null || sender.isEmpty() ? null : sender,
                row.getObject("delivery", UUID.class),
                line == 0 ? null : (Integer) line,
                rejection);
    }

    private static @Nullable UUID rejection(ResultSet row) throws SQLException {
        return row.getObject("rejection", UUID.class);
    }

    private static @Nullable Settled settled(ResultSet row) throws SQLException {
        String kind = row.getString("settlement");
        return kind == null
                ? null
                : new Settled(
                        kind,
                        instant(row, "settled_at"),
                        row.getString("settled_by"),
                        row.getString("settled_reason"),
                        row.getObject("settled_record", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? Instant.EPOCH : time.toInstant();
    }
}
