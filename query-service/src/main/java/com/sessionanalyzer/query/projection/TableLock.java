package com.sessionanalyzer.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What the writers of a table agree on, of whatever instance, until their transaction ends. New rows may come side by side; whoever
 * replaces or deletes rows looks at what is there first, and must be alone: an uncommitted row of another partition would be
 * missed, as when a corrected customer moves a record from one partition to another.
 */
record TableLock(String table) {

    /** Beside others that share it. */
    void share(Connection connection) throws SQLException {
        take(connection, "select pg_advisory_xact_lock_shared(hashtext('csa.projection'), hashtext(?))");
    }

    /** Alone. */
    void take(Connection connection) throws SQLException {
        take(connection, "select pg_advisory_xact_lock(hashtext('csa.projection'), hashtext(?))");
    }

    private void take(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, table);
            select.execute();
        }
    }
}
