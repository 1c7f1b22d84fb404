package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.query.session.receipt.Receipt.Change;
import com.sessionanalyzer.query.session.receipt.Receipt.Logged;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stood in the log of one record, and who wrote it, the oldest first; what is more than 500 is left out at the beginning. */
final class HistoryRows {

    private static final String PLACE = "log_partition, log_offset, logged_at, change_id";
    private static final String OF_ONE = " where organization = :organization and id = :id";
    private static final String LINES = "select * from (select lines.*, actor, action from (select revision, " + PLACE
            + " from session_version" + OF_ONE + " union select revision, " + PLACE + " from session_record" + OF_ONE
            + " union select null, " + PLACE + " from session_deletion" + OF_ONE + ") lines left join audit_entry on"
            + " audit_entry.organization = :organization and audit_entry.id = change_id order by logged_at desc limit 500)"
            + " newest order by logged_at, revision nulls first";
    private static final String CHANGES = "select action, at, actor, facts ->> 'revision' as revision from audit_entry"
            + " where organization = :organization and (subject = :subject or id in"
            + " (select change_id from session_deletion" + OF_ONE + ")) order by sequence desc limit 500";

    private final JdbcClient database;

    HistoryRows(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * An entry of the log.
     *
     * @param revision null for a tombstone
     * @param actor    who wrote it, when that is known from the entry itself
     * @param action   of which change
     */
    record Line(
            @Nullable Integer revision,
            Logged logged,
            @Nullable String actor,
            @Nullable String action) {}

    List<Line> lines(OrganizationId organization, UUID id) {
        return database.sql(LINES)
                .param("organization", organization.value())
                .param("id", id)
                .query((row, number) -> new Line(
                        row.getObject("revision", Integer.class),
                        logged(row),
                        row.getString("actor"),
                        row.getString("action")))
                .list();
    }

    /** What was done to this id, the newest first. */
    List<Change> changes(OrganizationId organization, UUID id) {
        return database.sql(CHANGES)
                .param("organization", organization.value())
                .param("subject", id.toString())
                .param("id", id)
                .query((row, number) -> new Change(
                        row.getString("action"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        revision(row)))
                .list();
    }

    private static @Nullable Integer revision(ResultSet row) throws SQLException {
        String revision = row.getString("revision");
        return revision == null ? null : (Integer) Integer.parseInt(revision);
    }

    static Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                SessionTopics.RECORDS,
                row.getInt("log_partition"),
                row.getLong("log_offset"),
                row.getTimestamp("logged_at").toInstant());
    }
}
