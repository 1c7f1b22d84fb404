package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.audit.AuditLog;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.session.SessionLedger;
import com.sessionanalyzer.schema.session.SessionTopics;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Assembles the receipts. */
@Configuration(proxyBeanMethods = false)
@Import({ReceiptController.class, ReceiptPage.class})
public class ReceiptConfiguration {

    @Bean
    Receipts receipts(
            DataSource database,
            PlatformTransactionManager transactions,
            AuditLog changes,
            SessionLedger ledger,
            QueryProperties properties) {
        TransactionTemplate consistently = new TransactionTemplate(transactions);
        consistently.setReadOnly(true);
        consistently.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new DatabaseReceipts(
                new ReceiptRows(database),
                new HistoryRows(database),
                consistently,
                new ProjectionProgress(database, SessionTopics.RECORDS, new PositionGate(properties.maxWaiting())),
                changes,
                ledger,
                properties.patience());
    }
}
