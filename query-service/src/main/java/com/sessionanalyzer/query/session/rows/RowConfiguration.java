package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.session.filter.MergedNames;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who reads the rows, and their HTTP side. */
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = SessionRow.class)
public class RowConfiguration {

    @Bean
    DatabaseRows sessionRows(
            EntityManagerFactory entities,
            PlatformTransactionManager transactions,
            ProjectionProgress progress,
            CustomerNames names,
            RowTotals totals,
            MergedNames merged,
            QueryProperties properties) {
        TransactionTemplate consistently = new TransactionTemplate(transactions);
        consistently.setReadOnly(true);
        consistently.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        EntityManager shared = SharedEntityManagerCreator.createSharedEntityManager(entities);
        return new DatabaseRows(shared, consistently, progress, names, totals, merged, properties.patience());
    }

    @Bean
    SessionsController sessionsController(DatabaseRows rows, Clock intakeClock) {
        return new SessionsController(rows, intakeClock);
    }
}
