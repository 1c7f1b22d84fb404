package com.sessionanalyzer.query.turn;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives turns by locks in the database; only a few at a time, because each takes a connection. */
public final class Turns {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final DataSource database;
    private final Duration patience;
    private final Semaphore places;

    /**
     * @param patience how long each waits for its turn
     * @param atOnce   turns in this process
     */
    public Turns(DataSource database, Duration patience, int atOnce) {
        this.database = database;
        this.patience = patience;
        this.places = new Semaphore(atOnce, true);
    }

    /**
     * What a turn locks.
     *
     * @param isShared whether turns that share it as well may go on meanwhile
     */
    public record Lock(String name, boolean isShared) {

        public static Lock alone(String name) {
            return new Lock(name, false);
        }

        public static Lock shared(String name) {
            return new Lock(name, true);
        }

        private String sql() {
            return "select pg_advisory_xact_lock" + (isShared ? "_shared" : "") + "(hashtextextended(?, 0))";
        }
    }

    /**
     * A turn that holds these locks, taken in this order.
     *
     * @throws ProblemException when it does not come in time
     */
    public Turn take(Lock... locks) {
        takePlace();
        Connection connection = null;
        try {
            connection = database.getConnection();
            connection.setAutoCommit(false);
            execute(connection, "select set_config('lock_timeout', ?, true)", patience.toMillis() + "ms");
            for (Lock lock : List.of(locks)) {
                execute(connection, lock.sql(), lock.name());
            }
            return new Turn(connection, places::release);
        } catch (SQLException none) {
            log.atWarn().addKeyValue("cause", none.toString()).log("the database gives no turn");
            giveUp(connection);
            throw unavailable(
                    "The database does not answer at the moment, or other changes go on; nothing was changed.");
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw unavailable("Other changes are waiting for Kafka or the database; nothing was changed.");
    }

    private void giveUp(@Nullable Connection connection) {
        if (connection == null) {
            places.release();
        } else {
            new Turn(connection, places::release).close();
        }
    }

    private static void execute(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.execute();
        }
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.of(ProblemType.UNAVAILABLE, detail);
    }
}
