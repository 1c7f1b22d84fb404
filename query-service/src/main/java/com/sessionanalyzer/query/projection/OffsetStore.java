package com.sessionanalyzer.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The offsets of one topic in the table {@code projection_offset}; each call is part of the caller's transaction. */
final class OffsetStore {

    private final String topic;
    private final String clusterId;

    OffsetStore(String topic, String clusterId) {
        this.topic = topic;
        this.clusterId = clusterId;
    }

    /** The next offset per partition that has been begun. */
    SortedMap<Integer, Long> read(Connection connection) throws SQLException {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select partition, next_offset from projection_offset where topic = ?")) {
            select.setString(1, topic);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    offsets.put(rows.getInt(1), rows.getLong(2));
                }
            }
        }
        return offsets;
    }

    /** The next offsets of the topic, with these partitions begun if they were not yet. */
    SortedMap<Integer, Long> begin(Connection connection, List<Integer> partitions) throws SQLException {
        for (int partition : partitions) {
            begin(connection, partition);
        }
        return read(connection);
    }

    private void begin(Connection connection, int partition) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into projection_offset (topic, partition, cluster_id, next_offset, as_of)"
                        + " values (?, ?, ?, 0, to_timestamp(0)) on conflict do nothing")) {
            insert.setString(1, topic);
            insert.setInt(2, partition);
            insert.setString(3, clusterId);
            insert.executeUpdate();
        }
    }

    /**
     * Moves on, if nobody else did since.
     *
     * @throws FencedException when the offsets are not the expected ones: another reader has this partition now
     */
    void move(Connection connection, Map<Integer, OffsetMove> moves) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update projection_offset set next_offset = ?, as_of = greatest(as_of, ?), last_offset = greatest(last_offset, ?)"
                        + " where topic = ? and partition = ? and next_offset = ? and cluster_id = ?")) {
            for (Map.Entry<Integer, OffsetMove> move : moves.entrySet()) {
                update.setLong(1, move.getValue().to());
                update.setTimestamp(2, Timestamp.from(move.getValue().asOf()));
                update.setLong(3, move.getValue().last());
                update.setString(4, topic);
                update.setInt(5, move.getKey());
                update.setLong(6, move.getValue().from());
                update.setString(7, clusterId);
                if (update.executeUpdate() != 1) {
                    throw new FencedException(topic, move.getKey());
                }
            }
        }
    }

    /**
     * A step of one partition.
     *
     * @param last offset of the last record in the step; -1 when there are only markers of transactions
     * @param asOf timestamp of the newest record in the step
     */
    record OffsetMove(long from, long to, long last, Instant asOf) {}
}
