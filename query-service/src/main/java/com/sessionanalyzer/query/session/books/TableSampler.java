package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.projection.ProjectionProgress.Contained;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Counts rows, all in one state of the database. */
final class TableSampler {

    private static final int SECONDS = 60;
    private static final String BY_CHANNEL = " group by organization, channel";

    /**
     * Erased rejections, by the tombstones; and those whose tombstones were compacted away before the table was filled, by the
     * audit log, which is kept. What was erased within a day has its tombstone.
     */
    private static final String ERASED =
            "with erasure as (select organization, id, (facts ->> 'rejections')::bigint as rejections from audit_entry"
                    + " where action = 'customer.erased' and at < now() - interval '1 day'), told as (select organization,"
                    + " sum(rejections) as rejections from erasure group by organization), seen as (select organization,"
                    + " count(*) as rejections from rejection_deletion where change_id is null or change_id in (select id"
                    + " from erasure) group by organization), erased as (select organization, coalesce(channel, 'unknown')"
                    + " as channel, count(*) as rejections from rejection_deletion group by 1, 2 union all select"
                    + " organization, 'unknown', told.rejections - coalesce(seen.rejections, 0) from told left join seen"
                    + " using (organization) where told.rejections > coalesce(seen.rejections, 0)) select organization,"
                    + " channel, sum(rejections) from erased group by 1, 2";

    private final DataSource database;
    private final ProjectionProgress records;
    private final ProjectionProgress rejections;

    TableSampler(DataSource database, ProjectionProgress records, ProjectionProgress rejections) {
        this.database = database;
        this.records = records;
        this.rejections = rejections;
    }

    /** Whether the rows contain these ends, after waiting for it. */
    boolean await(Position recordsEnd, Position rejectionsEnd, Duration patience) {
        boolean recordsThere = records.await(recordsEnd, patience);
        return rejections.await(rejectionsEnd, patience) && recordsThere;
    }

    TableCounts read() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            Contained recordsContained = records.contained(connection);
            Contained rejectionsContained = rejections.contained(connection);
            TableCounts counts = new TableCounts(
                    recordsContained,
                    rejectionsContained,
                    count(connection, "select organization, channel, count(*) from session_record" + BY_CHANNEL),
                    count(connection, "select organization, channel, count(*) from session_rejection" + BY_CHANNEL),
                    count(
                            connection,
                            "select organization, channel, count(*) from session_rejection where settlement is null"
                                    + BY_CHANNEL),
                    count(connection, ERASED));
            connection.commit();
            return counts;
        }
    }

    private static Map<OrganizationId, Map<String, Long>> count(Connection connection, String sql) throws SQLException {
        Map<OrganizationId, Map<String, Long>> counts = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    counts.computeIfAbsent(new OrganizationId(rows.getString(1)), organization -> new HashMap<>())
                            .put(rows.getString(2), rows.getLong(3));
                }
            }
        }
        return counts;
    }
}
