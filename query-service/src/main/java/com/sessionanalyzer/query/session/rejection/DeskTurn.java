package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.kafka.TopicEnd;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Lets one settlement of an organization follow the other, in whichever process they are asked for, each after the table
 * contains the ones before: so nothing is settled twice.
 */
final class DeskTurn {

    private static final Logger log = LoggerFactory.getLogger(DeskTurn.class);

    private final DataSource database;
    private final ProjectionProgress progress;
    private final TopicEnd topic;
    private final Duration patience;
    private final ReentrantLock oneByOne = new ReentrantLock();

    /**
     * @param progress of the table of rejections
     * @param patience how long each waits for its turn, and for the table
     */
    DeskTurn(DataSource database, ProjectionProgress progress, TopicEnd topic, Duration patience) {
        this.database = database;
        this.progress = progress;
        this.topic = topic;
        this.patience = patience;
    }

    /** Does the work when all that was settled before can be seen. */
    <T> T take(OrganizationId organization, Supplier<T> work) {
        if (!isMyTurn()) {
            throw unavailable("Other changes are waiting for Kafka or the database; nothing was changed.");
        }
        try (Connection connection = database.getConnection()) {
            lock(connection, organization);
            try {
                requireCurrentTable();
                return work.get();
            } finally {
                connection.rollback();
            }
        } catch (SQLException | DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database gives no turn");
            throw unavailable("The database does not answer at the moment, or other changes are waiting for it.");
        } finally {
            oneByOne.unlock();
        }
    }

    /** Waits, bounded, until the table contains the position. */
    void await(Position position) {
        try {
            progress.await(position, patience);
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database does not say how far it is");
        }
    }

    private void requireCurrentTable() {
        boolean isCurrent =
                topic.read().map(end -> progress.await(end, patience)).orElse(false);
        if (!isCurrent) {
            throw unavailable("The rejected records are still catching up, or Kafka is away; nothing was changed.");
        }
    }

    private void lock(Connection connection, OrganizationId organization) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement settings = connection.prepareStatement("select set_config('lock_timeout', ?, true)")) {
            settings.setString(1, patience.toMillis() + "ms");
            settings.execute();
        }
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "session-rejections\t" + organization.value());
            lock.execute();
        }
    }

    private boolean isMyTurn() {
        try {
            return oneByOne.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.of(ProblemType.UNAVAILABLE, detail);
    }
}
