package com.sessionanalyzer.standalone.rebuild;

import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables that are filled from topics, and what is kept of deleted records, which is not. */
record Rows(String jdbcUrl, String user, String password) {

    /**
     * Filled again from their topics. {@code session_version}, {@code session_deletion}, {@code rejection_deletion}, {@code
     * session_history}, {@code session_history_reach} and {@code session_erasure} stay: old versions and tombstones leave their
     * topics after a week, so those tables know what the log no longer says. So does {@code saved_view}, which is in no topic.
     */
    static final List<String> DERIVED = List.of(
            "session_record",
            "session_search_block",
            "session_search_progress",
            "session_search_left",
            "session_rejection",
            "audit_entry");

    static final String OFFSETS = "projection_offset";

    private static final String LOCK_TIMEOUT = "10s";

    /**
     * Empties the tables and forgets how far they had come, in one transaction. The offsets are locked first, as by whoever
     * writes rows: in the other order each could wait for the other.
     */
    void forget() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (isThere(statement)) {
                    statement.execute("set local lock_timeout = '" + LOCK_TIMEOUT + "'");
                    statement.execute("truncate " + OFFSETS + ", " + String.join(", ", DERIVED));
                }
            }
            connection.commit();
        } catch (SQLException failed) {
            throw new PlainFailure(
                    "The rows at " + jdbcUrl + " cannot be emptied: " + failed.getMessage() + ".", failed);
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select to_regclass('" + OFFSETS + "') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }
}
