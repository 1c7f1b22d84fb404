package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.schema.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** How far the table of one topic has come, whoever writes it; waits for this process's own commits, and looks for others'. */
public final class ProjectionProgress {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final DataSource database;
    private final String topic;
    private final PositionGate gate;

    public ProjectionProgress(DataSource database, String topic, PositionGate gate) {
        this.database = database;
        this.topic = topic;
        this.gate = gate;
    }

    /**
     * What the table contains.
     *
     * @param position everything contained, markers of transactions too
     * @param records  the last records contained: what another reader, who does not see markers, can reach too
     * @param asOf     timestamp of the newest record contained
     */
    public record Contained(Position position, Position records, Instant asOf) {}

    /** Hears what this process has committed. */
    public void reached(Position position) {
        gate.reach(position);
    }

    /** Whether the table contains the position, after waiting for it no longer than the timeout. */
    public boolean await(Position wanted, Duration timeout) {
        Duration left = timeout;
        while (!gate.await(wanted, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN)) {
            left = left.minus(LOOK_AGAIN);
            if (left.isNegative() || left.isZero()) {
                return false;
            }
            gate.reach(contained().position());
        }
        return true;
    }

    /** What the table contains now, or, within a transaction, what it contains for that. */
    public Contained contained() {
        try (Connection connection = database.getConnection()) {
            return contained(connection);
        } catch (SQLException failed) {
            throw new DataAccessResourceFailureException("cannot read offsets", failed);
        }
    }

    /** What the table contains as this connection's transaction sees it. */
    public Contained contained(Connection connection) throws SQLException {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        SortedMap<Integer, Long> records = new TreeMap<>();
        Instant asOf = Instant.EPOCH;
        try (PreparedStatement select = connection.prepareStatement(
                "select partition, next_offset, last_offset + 1, as_of from projection_offset where topic = ?")) {
            select.setString(1, topic);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    offsets.put(rows.getInt(1), rows.getLong(2));
                    records.put(rows.getInt(1), rows.getLong(3));
                    Instant newest = rows.getTimestamp(4).toInstant();
                    asOf = newest.isAfter(asOf) ? newest : asOf;
                }
            }
        }
        return new Contained(Positions.contained(offsets), Positions.contained(records), asOf);
    }
}
