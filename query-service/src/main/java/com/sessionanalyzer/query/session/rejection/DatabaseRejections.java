package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.SessionRejection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Rejections from {@code session_rejection}; each answer is from one consistent read. */
final class DatabaseRejections implements Rejections {

    private static final Logger log = LoggerFactory.getLogger(DatabaseRejections.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int STEP = 500;
    private static final String NEWEST_FIRST = " order by received_at desc, id desc";

    private final JdbcClient database;
    private final TransactionOperations consistently;

    /**
     * @param consistently transactions that see one state of the database
     */
    DatabaseRejections(DataSource database, TransactionOperations consistently) {
        this.database = JdbcClient.create(database);
        this.consistently = consistently;
    }

    @Override
    public RejectionPage page(OrganizationId organization, RejectionFilter filter, int page, int pageSize) {
        RejectionConditions conditions = RejectionConditions.of(organization, filter);
        return read(() -> new RejectionPage(
                select(conditions, "", NEWEST_FIRST + " limit :limit offset :offset")
                        .param("limit", pageSize)
                        .param("offset", (page - 1L) * pageSize)
                        .query(RejectionRows::read)
                        .list(),
                count(conditions),
                page,
                pageSize));
    }

    @Override
    public ReasonGroups groups(OrganizationId organization, RejectionFilter filter, int limit) {
        return read(() -> new DatabaseReasonGroups(database).of(organization, filter, limit));
    }

    @Override
    public long count(OrganizationId organization, RejectionFilter filter) {
        return read(() -> count(RejectionConditions.of(organization, filter)));
    }

    private long count(RejectionConditions conditions) {
        return database.sql("select count(*) from session_rejection where " + conditions.sql())
                .params(conditions.parameters())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<SessionRejection> find(OrganizationId organization, UUID id) {
        RejectionConditions conditions =
                RejectionConditions.of(organization, RejectionFilter.OPEN.in(RejectionState.ALL));
        return read(() -> select(conditions, " and id = :id", "")
                .param("id", id)
                .query(RejectionRows::read)
                .optional());
    }

    @Override
    public List<SessionRejection> naming(
            OrganizationId organization, String customerKey, @Nullable UUID after, int limit) {
        RejectionConditions conditions =
                RejectionConditions.of(organization, RejectionFilter.OPEN.in(RejectionState.ALL));
        return read(
                () -> select(conditions, " and customer_key = :customer and id > :after", " order by id limit :limit")
                        .param("customer", customerKey)
                        .param("after", after == null ? FIRST : after)
                        .param("limit", limit)
                        .query(RejectionRows::read)
                        .list());
    }

    @Override
    public List<SessionRejection> next(
            OrganizationId organization, RejectionFilter filter, @Nullable UUID after, int limit) {
        RejectionConditions conditions = RejectionConditions.of(organization, filter);
        return read(() -> select(conditions, " and id > :after", " order by id limit :limit")
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query(RejectionRows::read)
                .list());
    }

    @Override
    public long countAfter(OrganizationId organization, RejectionFilter filter, @Nullable UUID after) {
        RejectionConditions conditions = RejectionConditions.of(organization, filter);
        return read(() -> database.sql(
                        "select count(*) from session_rejection where " + conditions.sql() + " and id > :after")
                .params(conditions.parameters())
                .param("after", after == null ? FIRST : after)
                .query(Long.class)
                .single());
    }

    @Override
    public void each(OrganizationId organization, RejectionFilter filter, Consumer<SessionRejection> consumer) {
        List<SessionRejection> step = next(organization, filter, null, STEP);
        while (!step.isEmpty()) {
            step.forEach(consumer);
            step = next(organization, filter, step.get(step.size() - 1).id(), STEP);
        }
    }

    private JdbcClient.StatementSpec select(RejectionConditions conditions, String more, String order) {
        return database.sql("select " + RejectionRows.COLUMNS + " from session_rejection where " + conditions.sql()
                        + more + order)
                .params(conditions.parameters());
    }

    private <T> T read(Supplier<T> question) {
        try {
            return consistently.execute(status -> question.get());
        } catch (TransactionException | DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database did not answer");
            throw ProblemException.of(
                    ProblemType.UNAVAILABLE,
                    "The rejected records cannot be read at the moment, because the database is away.");
        }
    }
}
