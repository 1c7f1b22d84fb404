package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.projection.ProjectionProgress.Contained;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Rows from the database, each answer from one consistent read, with customers spelled as they were first. */
final class DatabaseRows implements SessionRows {

    private static final Logger log = LoggerFactory.getLogger(DatabaseRows.class);

    private final EntityManager entities;
    private final TransactionOperations consistently;
    private final ProjectionProgress progress;
    private final CustomerNames names;
    private final Duration patience;

    /**
     * @param consistently transactions that see one state of the database
     */
    DatabaseRows(
            EntityManager entities,
            TransactionOperations consistently,
            ProjectionProgress progress,
            CustomerNames names,
            Duration patience) {
        this.entities = entities;
        this.consistently = consistently;
        this.progress = progress;
        this.names = names;
        this.patience = patience;
    }

    /** An answer, and exactly the records that were there for it. */
    record Answer<T>(T value, Position position) {}

    /** A record, and how often it was corrected. */
    record Versioned(SessionView view, int revision) {}

    @Override
    public SessionPage find(OrganizationId organization, SessionQuery query, Position after) {
        return page(organization, query, after).value();
    }

    @Override
    public Optional<SessionView> find(OrganizationId organization, UUID id, Position after) {
        return row(organization, id, after).value().map(Versioned::view);
    }

    Answer<SessionPage> page(OrganizationId organization, SessionQuery query, Position after) {
        return read(
                after,
                (search, contained) -> new SessionPage(
                        views(organization, search.page(organization, query)),
                        search.count(organization, query),
                        query.page(),
                        query.pageSize(),
                        contained.asOf()));
    }

    Answer<Optional<Versioned>> row(OrganizationId organization, UUID id, Position after) {
        return read(
                after,
                (search, contained) -> search.find(organization, id)
                        .map(row ->
                                new Versioned(views(organization, List.of(row)).get(0), row.revision())));
    }

    private <T> Answer<T> read(Position after, BiFunction<SessionRowSearch, Contained, T> question) {
        return answerable(() -> {
            progress.await(after, patience);
            return consistently.execute(status -> {
                Contained contained = entities.unwrap(Session.class).doReturningWork(progress::contained);
                return new Answer<>(question.apply(new SessionRowSearch(entities), contained), contained.records());
            });
        });
    }

    private List<SessionView> views(OrganizationId organization, List<SessionRow> rows) {
        return names.ask(
                organization,
                spellings -> rows.stream()
                        .map(row -> row.view(spellings.of(row.customerKey(), row.customer())))
                        .toList());
    }

    private static <T> T answerable(Supplier<T> question) {
        try {
            return question.get();
        } catch (TransactionException | DataAccessException | PersistenceException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database did not answer");
            throw ProblemException.of(
                    ProblemType.UNAVAILABLE, "The records cannot be read at the moment, because the database is away.");
        }
    }
}
