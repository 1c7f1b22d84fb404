package com.sessionanalyzer.query.session.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to change something, as long as it is open and what was begun in it is undecided. */
final class Turn implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Turn.class);

    private final Connection connection;
    private final Runnable ended;
    private CompletableFuture<?> undecided = CompletableFuture.completedFuture(null);

    /**
     * @param connection whose transaction holds the locks
     */
    Turn(Connection connection, Runnable ended) {
        this.connection = connection;
        this.ended = ended;
    }

    /** Keeps the turn until this is known, even when nobody waits for it any more. */
    void keepUntil(CompletableFuture<?> outcome) {
        undecided = outcome;
    }

    @Override
    public void close() {
        var unused = undecided.whenComplete((outcome, failure) -> end());
    }

    private void end() {
        try (connection) {
            connection.rollback();
        } catch (SQLException connectionLost) {
            log.atWarn().addKeyValue("cause", connectionLost.toString()).log("a turn ended with its connection");
        } finally {
            ended.run();
        }
    }
}
