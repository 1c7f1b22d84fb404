package com.sessionanalyzer.query.turn;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to change something, as long as it is open and what was begun in it is undecided. */
public final class Turn implements AutoCloseable {

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

    /**
     * What becomes of a commit. When that is not known in time the turn lasts until it is, even though nobody waits for it
     * any more.
     *
     * @throws ProblemException when it failed, or is not known in time
     */
    public <T> T outcome(CompletableFuture<T> commit, Duration patience) {
        undecided = commit;
        try {
            return commit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            throw unconfirmed(unknown);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unconfirmed(interrupted);
        }
    }

    private static ProblemException unconfirmed(Exception cause) {
        log.atWarn().addKeyValue("cause", cause.toString()).log("a change was not confirmed");
        return ProblemException.of(
                ProblemType.UNAVAILABLE,
                "Kafka did not confirm the change in time; look whether it was made before you try again.");
    }

    /** What is decided late ends the turn on a thread of its own, since the one that decides goes on to write. */
    @Override
    public void close() {
        if (undecided.isDone()) {
            end();
        } else {
            var unused = undecided.whenCompleteAsync((outcome, failure) -> end());
        }
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
