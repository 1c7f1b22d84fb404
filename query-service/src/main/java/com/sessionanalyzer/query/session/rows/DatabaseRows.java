package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.projection.ProjectionProgress.Contained;
import com.sessionanalyzer.query.session.filter.MergedNames;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Rows from the database, each answer from one consistent read, with customers spelled as they were first. */
final class DatabaseRows implements SessionRows, RowStream {

    private static final int STEP = 1_000;

    /** Ordering all rows can take longer than any page; the pool gives the connection its usual patience back. */
    private static final int LONGEST_STEP_MILLIS = 300_000;

    private static final Logger log = LoggerFactory.getLogger(DatabaseRows.class);

    private final EntityManager entities;
    private final TransactionOperations consistently;
    private final ProjectionProgress progress;
    private final CustomerNames names;
    private final RowTotals totals;
    private final MergedNames merged;
    private final Duration patience;

    /**
     * @param consistently transactions that see one state of the database
     */
    DatabaseRows(
            EntityManager entities,
            TransactionOperations consistently,
            ProjectionProgress progress,
            CustomerNames names,
            RowTotals totals,
            MergedNames merged,
            Duration patience) {
        this.entities = entities;
        this.consistently = consistently;
        this.progress = progress;
        this.names = names;
        this.totals = totals;
        this.merged = merged;
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

    @Override
    public Map<String, Long> highlights(OrganizationId organization, SessionQuery query, Position after) {
        return read(after, (search, contained) -> search.highlights(organization, followed(organization, query)))
                .value();
    }

    @Override
    public RowNumbers numbers(OrganizationId organization, SessionQuery query, Position after) {
        return read(
                        after,
                        (search, contained) -> new RowNumbersSearch(entities)
                                .read(organization, followed(organization, query), contained.asOf()))
                .value();
    }

    Answer<SessionPage> page(OrganizationId organization, SessionQuery asked, Position after) {
        SessionQuery query = followed(organization, asked);
        return read(after, (search, contained) -> {
            PageReader.Found found = new PageReader(search, organization, query).read();
            return new SessionPage(
                    views(organization, found.rows()),
                    total(search, organization, query, contained),
                    query.page(),
                    query.pageSize(),
                    contained.asOf(),
                    found.previous(),
                    found.next());
        });
    }

    /** What memory knows when it contains exactly the same records; otherwise the rows are counted. */
    private long total(SessionRowSearch search, OrganizationId organization, SessionQuery query, Contained contained) {
        Optional<Long> known = query.search().isEmpty()
                ? totals.of(organization, query.filter(), query.today())
                        .filter(total -> total.position().equals(contained.records()))
                        .map(RowTotals.Total::records)
                : Optional.empty();
        return known.orElseGet(() -> search.count(organization, query));
    }

    Answer<Optional<Versioned>> row(OrganizationId organization, UUID id, Position after) {
        return read(
                after,
                (search, contained) -> search.find(organization, id)
                        .map(row ->
                                new Versioned(views(organization, List.of(row)).get(0), row.revision())));
    }

    @Override
    public void read(OrganizationId organization, SessionQuery query, Position after, Consumer<Snapshot> reader) {
        answerable(() -> {
            progress.await(after, patience);
            return consistently.execute(status -> {
                Session session = entities.unwrap(Session.class);
                session.doWork(connection -> connection.setNetworkTimeout(Runnable::run, LONGEST_STEP_MILLIS));
                Contained contained = session.doReturningWork(progress::contained);
                reader.accept(new OpenSnapshot(organization, followed(organization, query), contained));
                return contained;
            });
        });
    }

    /** The state of the transaction that is open. */
    private final class OpenSnapshot implements Snapshot {

        private final OrganizationId organization;
        private final SessionQuery query;
        private final Contained contained;

        OpenSnapshot(OrganizationId organization, SessionQuery query, Contained contained) {
            this.organization = organization;
            this.query = query;
            this.contained = contained;
        }

        @Override
        public Position position() {
            return contained.records();
        }

        @Override
        public Instant asOf() {
            return contained.asOf();
        }

        /** In steps, so that customers are spelled without holding up the cube, and what is done leaves memory. */
        @Override
        public long forEach(Consumer<SessionView> each) {
            long records = 0;
            try (Stream<SessionRow> rows = new SessionRowSearch(entities).all(organization, query)) {
                Iterator<SessionRow> left = rows.iterator();
                while (left.hasNext()) {
                    List<SessionRow> step = next(left);
                    views(organization, step).forEach(each);
                    records += step.size();
                    entities.clear();
                }
            }
            return records;
        }

        private List<SessionRow> next(Iterator<SessionRow> left) {
            List<SessionRow> step = new ArrayList<>(STEP);
            while (step.size() < STEP && left.hasNext()) {
                step.add(left.next());
            }
            return step;
        }
    }

    private SessionQuery followed(OrganizationId organization, SessionQuery query) {
        return query.of(merged.follow(organization, query.filter()));
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
