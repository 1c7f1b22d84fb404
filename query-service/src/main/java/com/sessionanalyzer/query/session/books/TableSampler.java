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
        return records.await(recordsEnd, patience) && rejections.await(rejectionsEnd, patience);
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
                    count(
                            connection,
                            "select organization, coalesce(channel, '" + TableCounts.UNKNOWN
                                    + "') as channel, count(*) from rejection_deletion"
                                    + " group by 1, 2"));
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
