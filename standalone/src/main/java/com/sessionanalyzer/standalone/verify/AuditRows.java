package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.audit.AuditTopic;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of the audit log at one moment.
 *
 * @param nextOffset of the topic, up to which the rows contain it
 */
record AuditRows(long nextOffset, List<AuditRow> rows) {

    /** One row: its place in the chain, and the entry's bytes. */
    record AuditRow(long sequence, long offset, ByteBuffer entry, String hash) {}

    static AuditRows read(Addresses addresses) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(addresses.jdbcUrl(), addresses.jdbcUser(), addresses.jdbcPassword())) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new AuditRows(nextOffset(connection), rows(connection, addresses.organization()));
        }
    }

    private static long nextOffset(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select next_offset from projection_offset where topic = ?")) {
            select.setString(1, AuditTopic.NAME);
            try (ResultSet offset = select.executeQuery()) {
                return offset.next() ? offset.getLong(1) : 0;
            }
        }
    }

    private static List<AuditRow> rows(Connection connection, OrganizationId organization) throws SQLException {
        List<AuditRow> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select sequence, log_offset, entry, hash"
                + " from audit_entry where organization = ? order by sequence")) {
            select.setString(1, organization.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new AuditRow(
                            rows.getLong(1), rows.getLong(2), ByteBuffer.wrap(rows.getBytes(3)), rows.getString(4)));
                }
            }
        }
        return found;
    }
}
