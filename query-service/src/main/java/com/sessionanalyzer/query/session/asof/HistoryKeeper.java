package com.sessionanalyzer.query.session.asof;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.query.kafka.KeptVersions;
import com.sessionanalyzer.query.kafka.TopicEnd;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.schema.Position;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes sure of how far back the history goes, and deletes what is older than it is kept for, a portion at a time. What it
 * does counts the same whichever instance does it, and however many do.
 */
final class HistoryKeeper {

    private static final Logger log = LoggerFactory.getLogger(HistoryKeeper.class);
    private static final int PORTION = 5_000;
    private static final int MOST_PORTIONS = 200;
    private static final String DELETE = "delete from session_history where ctid = any (array("
            + "select ctid from session_history where valid_until <= ? order by valid_until limit ?))";

    private final JdbcTemplate database;
    private final TransactionOperations transactions;
    private final ProjectionProgress rows;
    private final TopicEnd end;
    private final KeptVersions versions;
    private final Settings settings;
    private final Clock clock;

    HistoryKeeper(
            JdbcTemplate database,
            TransactionOperations transactions,
            ProjectionProgress rows,
            TopicEnd end,
            KeptVersions versions,
            Settings settings,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.rows = rows;
        this.end = end;
        this.versions = versions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param history  for how long what records said once is kept
     * @param patience how long the rows may take to contain what the log ends with
     */
    record Settings(Duration history, Duration patience) {}

    /** Does both; whether it is sure how far back the history goes. */
    boolean keep() {
        boolean sure = makeSure();
        expire();
        return sure;
    }

    /** Whether everything that was logged up to now has been read, which is then written down. */
    boolean makeSure() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Position> reached = end.read();
        Optional<Duration> kept = reached.isEmpty() ? Optional.empty() : versions.read();
        if (reached.isEmpty() || kept.isEmpty() || !rows.await(reached.get(), settings.patience())) {
            return false;
        }
        Instant keptSince = now.minus(kept.get());
        Reach first = new Reach(keptSince, now, reached.get());
        return inTransaction(connection -> {
            ReachTable.change(connection, first, reach -> reach.read(now, keptSince, reached.get()));
            return true;
        });
    }

    /** Deletes what ended before the history is kept, or known; answers how much. */
    long expire() {
        Instant earliest = clock.instant().minus(settings.history()).truncatedTo(ChronoUnit.MILLIS);
        Optional<Reach> reach = inTransaction(connection -> {
            Optional<Reach> known = ReachTable.read(connection);
            if (known.isPresent()) {
                ReachTable.change(connection, known.get(), now -> now.noLongerThan(earliest));
            }
            return ReachTable.read(connection);
        });
        return reach.map(known -> deleteEndedBy(known.since())).orElse(0L);
    }

    private long deleteEndedBy(Instant cut) {
        long deleted = 0;
        int portion = PORTION;
        for (int count = 0; portion == PORTION && count < MOST_PORTIONS; count++) {
            portion = database.update(DELETE, Timestamp.from(cut), PORTION);
            deleted += portion;
        }
        if (deleted > 0) {
            log.atInfo().addKeyValue("versions", deleted).log("deleted what is older than the history is kept for");
        }
        return deleted;
    }

    private <T> T inTransaction(ConnectionCallback<T> work) {
        return requireNonNull(transactions.execute(status -> database.execute(work)));
    }
}
