package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

/** One moment of the database: its rows, and exactly which records they contain. */
final class DatabaseRows implements AutoCloseable {

    /** In place of a channel, of a deletion without one: the row was not there any more. */
    static final String UNKNOWN_CHANNEL = "unknown";

    private static final int FETCH_SIZE = 2_000;

    private final Connection connection;
    private final Position position;

    private DatabaseRows(Connection connection, Position position) {
        this.connection = connection;
        this.position = position;
    }

    static DatabaseRows open(Addresses addresses) throws SQLException {
        Connection connection =
                DriverManager.getConnection(addresses.jdbcUrl(), addresses.jdbcUser(), addresses.jdbcPassword());
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return new DatabaseRows(connection, position(connection));
    }

    Position position() {
        return position;
    }

    /** Hands over the id of each row and what it says, as {@link SessionRowFields} has it. */
    void read(OrganizationId organization, BiConsumer<UUID, byte[]> to) throws SQLException {
        String sql = "select " + SessionRowFields.COLUMNS + " from session_record where organization = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_SIZE);
            statement.setString(1, organization.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    to.accept(SessionRowFields.id(rows), SessionRowFields.of(rows));
                }
            }
        }
    }

    /**
     * How many rejections were erased, per channel: by their tombstones, and by the audit log those whose tombstones were
     * compacted away before the table was filled. What was erased within a day has its tombstone.
     */
    Map<String, Long> erasedRejections(OrganizationId organization) throws SQLException {
        Map<String, Long> erased = countByChannel("rejection_deletion", organization);
        String sql = "with erasure as (select id, (facts ->> 'rejections')::bigint as rejections from audit_entry"
                + " where organization = ? and action = 'customer.erased' and at < now() - interval '1 day') select"
                + " coalesce((select sum(rejections) from erasure), 0) - (select count(*) from rejection_deletion where"
                + " organization = ? and (change_id is null or change_id in (select id from erasure)))";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, organization.value());
            statement.setString(2, organization.value());
            try (ResultSet forgotten = statement.executeQuery()) {
                if (forgotten.next() && forgotten.getLong(1) > 0) {
                    erased.merge(UNKNOWN_CHANNEL, forgotten.getLong(1), Long::sum);
                }
            }
        }
        return erased;
    }

    /** How many rows the table has, per channel. */
    Map<String, Long> countByChannel(String table, OrganizationId organization) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        String sql = "select coalesce(channel, '" + UNKNOWN_CHANNEL + "'), count(*) from " + table
                + " where organization = ? group by 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, organization.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return counts;
    }

    private static Position position(Connection connection) throws SQLException {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        String sql = "select partition, next_offset from projection_offset where topic = ? and next_offset > 0";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, SessionTopics.RECORDS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    offsets.put(rows.getInt("partition"), rows.getLong("next_offset") - 1);
                }
            }
        }
        return new Position(offsets);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
