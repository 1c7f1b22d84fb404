package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.kafka.TopicEnd;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.projection.ProjectionProgress.Contained;
import com.sessionanalyzer.query.session.filter.MergedNames;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Reads what was, once it is certain that all of it can be read, and within how far back the history goes. */
public final class PastReading {

    private static final Logger log = LoggerFactory.getLogger(PastReading.class);

    private final NamedParameterJdbcTemplate database;
    private final TransactionOperations consistently;
    private final ProjectionProgress rows;
    private final TopicEnd end;
    private final Settings settings;
    private final MergedNames merged;
    private final Clock clock;

    /**
     * @param consistently transactions that see one state of the database
     */
    PastReading(
            NamedParameterJdbcTemplate database,
            TransactionOperations consistently,
            ProjectionProgress rows,
            TopicEnd end,
            Settings settings,
            MergedNames merged,
            Clock clock) {
        this.database = database;
        this.consistently = consistently;
        this.rows = rows;
        this.end = end;
        this.settings = settings;
        this.merged = merged;
        this.clock = clock;
    }

    /**
     * @param history  for how long what records said once is kept
     * @param patience how long to wait for the rows to contain what the log ends with
     */
    record Settings(Duration history, Duration patience) {}

    /** A question to the database, within a transaction that sees one state of it. */
    @FunctionalInterface
    public interface Question<T> {

        /**
         * Answers it.
         *
         * @param contained exactly the records that the rows were made of
         */
        T ask(NamedParameterJdbcTemplate database, Position contained);
    }

    /** From when on the past is known; empty as long as nobody can say. */
    Optional<Instant> since() {
        return answerable(() -> reach().map(Reach::since));
    }

    /**
     * Answers about some moments.
     *
     * @throws ProblemException when one is before the history, or what was logged by then may not all have been read yet
     */
    public <T> T read(List<AsOf> moments, Position after, Question<T> question) {
        return answerable(() -> {
            boolean isCaughtUp = end.read()
                    .filter(reached -> rows.await(reached, settings.patience()))
                    .isPresent();
            rows.await(after, settings.patience());
            return consistently.execute(status -> {
                Contained contained =
                        database.getJdbcTemplate().execute((ConnectionCallback<Contained>) rows::contained);
                Reach reach = reach().filter(known -> contained.position().contains(known.position()))
                        .orElseThrow(PastReading::loading);
                moments.forEach(moment -> require(moment, reach, isCaughtUp));
                return question.ask(database, contained.records());
            });
        });
    }

    /** The filter with the customers that its names were merged into since, beside the names. */
    public SessionFilter filter(OrganizationId organization, SessionFilter filter) {
        return merged.include(organization, filter);
    }

    private Optional<Reach> reach() {
        return database.getJdbcTemplate()
                .execute((ConnectionCallback<Optional<Reach>>) ReachTable::read)
                .map(reach -> reach.noLongerThan(clock.instant().minus(settings.history())));
    }

    private static void require(AsOf moment, Reach reach, boolean isCaughtUp) {
        if (moment.at().isBefore(reach.since())) {
            throw ProblemException.of(
                    ProblemType.INVALID_PARAMETER,
                    AsOf.PARAMETER + " must not be before " + reach.since()
                            + ", from when on it is known what the records said.",
                    Map.of(
                            "parameter",
                            AsOf.PARAMETER,
                            "rule",
                            "must not be before " + reach.since(),
                            "reach",
                            reach.since().toString()));
        }
        if (!isCaughtUp && moment.at().isAfter(reach.readAt())) {
            throw ProblemException.of(
                    ProblemType.UNAVAILABLE, "The records are still catching up; ask for an earlier time, or again.");
        }
    }

    private static ProblemException loading() {
        return ProblemException.of(
                ProblemType.UNAVAILABLE,
                "The records are still being read from the log, so nothing can be said of the past.");
    }

    private static <T> T answerable(Supplier<T> question) {
        try {
            return question.get();
        } catch (TransactionException | DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database did not answer");
            throw ProblemException.of(
                    ProblemType.UNAVAILABLE, "The past cannot be read at the moment, because the database is away.");
        }
    }
}
