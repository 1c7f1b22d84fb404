package com.sessionanalyzer.query.session;

import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.query.kafka.KafkaClients;
import com.sessionanalyzer.query.kafka.TopicsInPlace;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.projection.Projection;
import com.sessionanalyzer.query.projection.ProjectionMeters;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.projection.ProjectionTable;
import com.sessionanalyzer.query.projection.ProjectionsHealth;
import com.sessionanalyzer.query.projection.TableMapping;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionTopics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows: what fills the tables, and who reads them. */
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = SessionRow.class)
class SessionRowsConfiguration {

    @Bean
    PatientMigrations patientMigrations() {
        return new PatientMigrations();
    }

    @Bean
    @DependsOn("entityManagerFactory")
    ProjectionTable queryProjections(
            DataSource database, TopicsInPlace topics, MeterRegistry registry, Clock intakeClock, Traces traces) {
        return new ProjectionTable(database, topics.clusterId(), new ProjectionMeters(registry, intakeClock, traces));
    }

    @Bean
    ProjectionsHealth projectionsHealthIndicator(ProjectionTable table) {
        return new ProjectionsHealth(table);
    }

    @Bean
    ProjectionProgress querySessionProgress(DataSource database, QueryProperties properties) {
        return new ProjectionProgress(database, SessionTopics.RECORDS, new PositionGate(properties.maxWaiting()));
    }

    @Bean
    ConsumerLoop querySessionRecordLoop(
            ProjectionTable table, ProjectionProgress progress, KafkaClients clients, QueryProperties properties) {
        return loop(new SessionRecordTable(), table, progress::reached, clients, properties);
    }

    @Bean(defaultCandidate = false)
    ProjectionProgress querySessionRejectionProgress(DataSource database, QueryProperties properties) {
        return new ProjectionProgress(database, SessionTopics.REJECTIONS, new PositionGate(properties.maxWaiting()));
    }

    @Bean
    ConsumerLoop querySessionRejectionLoop(
            ProjectionTable table,
            @Qualifier("querySessionRejectionProgress") ProjectionProgress progress,
            KafkaClients clients,
            QueryProperties properties) {
        return loop(new SessionRejectionTable(), table, progress::reached, clients, properties);
    }

    private static ConsumerLoop loop(
            TableMapping mapping,
            ProjectionTable table,
            Consumer<Position> reached,
            KafkaClients clients,
            QueryProperties properties) {
        String name = properties.group() + "-" + mapping.topic();
        return new ConsumerLoop(
                name,
                () -> clients.consumer(name, KafkaClients.membership(name, properties.instance())),
                new Projection(mapping, table, reached),
                properties.retry());
    }

    @Bean
    DatabaseRows sessionRows(
            EntityManagerFactory entities,
            PlatformTransactionManager transactions,
            ProjectionProgress progress,
            SessionCubeReader cube,
            QueryProperties properties) {
        TransactionTemplate consistently = new TransactionTemplate(transactions);
        consistently.setReadOnly(true);
        consistently.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        EntityManager shared = SharedEntityManagerCreator.createSharedEntityManager(entities);
        return new DatabaseRows(shared, consistently, progress, cube.cube(), properties.patience());
    }
}
