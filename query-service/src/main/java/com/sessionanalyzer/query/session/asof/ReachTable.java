package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.schema.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The one row of {@code session_history_reach}, within the transaction of a connection. */
final class ReachTable {

    private static final String SELECT = "select since, read_at, position from session_history_reach";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('session_history_reach', 0))";
    private static final String STORE = "insert into session_history_reach (since, read_at, position) values (?, ?, ?)"
            + " on conflict (single) do update set since = excluded.since, read_at = excluded.read_at,"
            + " position = excluded.position";

    private ReachTable() {}

    /** Empty as long as nobody has read all of the log. */
    static Optional<Reach> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SELECT)) {
            return row.next()
                    ? Optional.of(new Reach(
                            row.getTimestamp(1).toInstant(),
                            row.getTimestamp(2).toInstant(),
                            Position.parse(row.getString(3))))
                    : Optional.empty();
        }
    }

    /** Changes it, one at a time. */
    static void change(Connection connection, Reach first, UnaryOperator<Reach> next) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute(LOCK);
        }
        Reach reach = read(connection).map(next).orElse(first);
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setTimestamp(1, Timestamp.from(reach.since()));
            store.setTimestamp(2, Timestamp.from(reach.readAt()));
            store.setString(3, reach.position().toString());
            store.executeUpdate();
        }
    }
}
