package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.OrganizationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets changes of one record follow one another, and erasures exclude all others of their organization, in whichever
 * process with this database they are asked for. Only a few turns at a time, because each takes a connection.
 */
final class ChangeTurns {

    private static final Logger log = LoggerFactory.getLogger(ChangeTurns.class);
    private static final int AT_ONCE = 4;
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String SHARED = "select pg_advisory_xact_lock_shared(hashtextextended(?, 0))";

    private final DataSource database;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /**
     * @param patience how long each waits for its turn
     */
    ChangeTurns(DataSource database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    Turn ofRecord(OrganizationId organization, UUID id) {
        return turn(connection -> {
            lock(connection, SHARED, "session-records\t" + organization.value());
            lock(connection, ALONE, "session-records\t" + organization.value() + "\t" + id);
        });
    }

    /** Excludes the settlements of the desk too, which turn rejections into records. */
    Turn ofOrganization(OrganizationId organization) {
        return turn(connection -> {
            lock(connection, ALONE, "session-records\t" + organization.value());
            lock(connection, ALONE, "session-rejections\t" + organization.value());
        });
    }

    private Turn turn(Locks locks) {
        takePlace();
        Connection connection = null;
        try {
            connection = database.getConnection();
            connection.setAutoCommit(false);
            boundWaiting(connection);
            locks.take(connection);
            return new Turn(connection, places::release);
        } catch (SQLException none) {
            log.atWarn().addKeyValue("cause", none.toString()).log("the database gives no turn");
            close(connection);
            places.release();
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

    private void boundWaiting(Connection connection) throws SQLException {
        try (PreparedStatement setting = connection.prepareStatement("select set_config('lock_timeout', ?, true)")) {
            setting.setString(1, patience.toMillis() + "ms");
            setting.execute();
        }
    }

    private static void lock(Connection connection, String sql, String what) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setString(1, what);
            lock.execute();
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            new Turn(connection, () -> {}).close();
        }
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.of(ProblemType.UNAVAILABLE, detail);
    }

    /** What a turn needs to be the only one. */
    @FunctionalInterface
    private interface Locks {

        void take(Connection connection) throws SQLException;
    }
}
