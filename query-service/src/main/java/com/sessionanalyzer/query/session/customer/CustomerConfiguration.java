package com.sessionanalyzer.query.session.customer;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.schema.session.SessionTopics;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is read for the pages about customers. */
@Configuration(proxyBeanMethods = false)
public class CustomerConfiguration {

    @Bean
    CustomerHistories customerHistories(
            DataSource database, PlatformTransactionManager transactions, QueryProperties properties) {
        TransactionTemplate consistently = new TransactionTemplate(transactions);
        consistently.setReadOnly(true);
        consistently.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new DatabaseCustomers(
                database,
                consistently,
                new ProjectionProgress(database, SessionTopics.RECORDS, new PositionGate(properties.maxWaiting())),
                properties.patience());
    }
}
