package com.sessionanalyzer.query.session.customer;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Histories from the database, each from one state of it. */
final class DatabaseCustomers implements CustomerHistories {

    static final int MOST_VISITS = 25;

    private static final Logger log = LoggerFactory.getLogger(DatabaseCustomers.class);

    private final JdbcTemplate database;
    private final CustomerRows rows;
    private final TransactionOperations consistently;
    private final ProjectionProgress progress;
    private final Duration patience;

    /**
     * @param consistently transactions that see one state of the database
     */
    DatabaseCustomers(
            DataSource database, TransactionOperations consistently, ProjectionProgress progress, Duration patience) {
        this.database = new JdbcTemplate(database);
        this.rows = new CustomerRows(database);
        this.consistently = consistently;
        this.progress = progress;
        this.patience = patience;
    }

    @Override
    public Optional<CustomerHistory> find(OrganizationId organization, String key, Position after) {
        try {
            progress.await(after, patience);
            return consistently.execute(status -> history(organization, key));
        } catch (DataAccessException | TransactionException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database did not answer");
            throw ProblemException.of(
                    ProblemType.UNAVAILABLE, "Customers cannot be read at the moment, because the database is away.");
        }
    }

    private Optional<CustomerHistory> history(OrganizationId organization, String key) {
        return rows.totals(organization, key)
                .map(totals -> new CustomerHistory(
                        totals,
                        rows.routes(organization, key),
                        rows.highlights(organization, key),
                        rows.days(organization, key),
                        rows.newest(organization, key, MOST_VISITS),
                        asOf()));
    }

    private Instant asOf() {
        ConnectionCallback<Instant> contained =
                connection -> progress.contained(connection).asOf();
        Instant asOf = database.execute(contained);
        return asOf == null ? Instant.EPOCH : asOf;
    }
}
