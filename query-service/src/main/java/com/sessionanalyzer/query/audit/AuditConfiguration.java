package com.sessionanalyzer.query.audit;

import com.sessionanalyzer.intake.IntakeTopics;
import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.query.kafka.KafkaClients;
import com.sessionanalyzer.query.kafka.TopicEnd;
import com.sessionanalyzer.query.kafka.TopicsInPlace;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.projection.Projection;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.projection.ProjectionTable;
import com.sessionanalyzer.schema.audit.AuditTopic;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log: its topic, its table, and who reads it. */
@Configuration(proxyBeanMethods = false)
@Import({AuditController.class, AuditPage.class})
public class AuditConfiguration {

    @Bean
    IntakeTopics auditIntakeTopics() {
        return new IntakeTopics(AuditTopic.all());
    }

    @Bean
    AuditProgress queryAuditProgress(DataSource database, QueryProperties properties) {
        return new AuditProgress(
                new ProjectionProgress(database, AuditTopic.NAME, new PositionGate(properties.maxWaiting())));
    }

    /** How far the table has come; of a type of its own, because each table has one. */
    record AuditProgress(ProjectionProgress projection) {}

    @Bean
    ConsumerLoop queryAuditLoop(
            ProjectionTable table,
            AuditProgress progress,
            KafkaClients clients,
            QueryProperties properties,
            TopicsInPlace topics) {
        String name = properties.group() + "-" + AuditTopic.NAME;
        return new ConsumerLoop(
                name,
                () -> clients.consumer(name, KafkaClients.membership(name, properties.instance())),
                new Projection(new AuditTable(), table, progress.projection()::reached),
                properties.retry());
    }

    @Bean
    TopicEnd queryAuditEnd(KafkaClients clients, QueryProperties properties) {
        int millis = Math.toIntExact(properties.patience().toMillis());
        return new TopicEnd(clients.admin(millis), AuditTopic.NAME, 1, properties.patience());
    }

    @Bean
    AuditLog auditLog(
            DataSource database,
            PlatformTransactionManager transactions,
            AuditProgress progress,
            TopicEnd queryAuditEnd,
            QueryProperties properties) {
        TransactionTemplate consistently = new TransactionTemplate(transactions);
        consistently.setReadOnly(true);
        consistently.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new AuditLog(
                JdbcClient.create(database), consistently, queryAuditEnd, progress.projection(), properties.patience());
    }
}
