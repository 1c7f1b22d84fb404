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
import com.sessionanalyzer.schema.session.SessionTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** What fills the tables of rows. */
@Configuration(proxyBeanMethods = false)
class SessionRowsConfiguration {

    private static final Duration LONGEST_WITHOUT_NUMBERS = Duration.ofMinutes(5);

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
            ProjectionTable table,
            ProjectionProgress progress,
            SessionCubeReader cube,
            KafkaClients clients,
            QueryProperties properties) {
        Projection rows = new Projection(new SessionRecordTable(), table, progress::reached);
        return loop(
                SessionTopics.RECORDS,
                new AfterTheNumbers(cube.cube()::awaitReady, LONGEST_WITHOUT_NUMBERS, rows),
                clients,
                properties);
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
        Projection rows = new Projection(new SessionRejectionTable(), table, progress::reached);
        return loop(SessionTopics.REJECTIONS, rows, clients, properties);
    }

    private static ConsumerLoop loop(
            String topic, ConsumerLoop.Reading reading, KafkaClients clients, QueryProperties properties) {
        String name = properties.group() + "-" + topic;
        return new ConsumerLoop(
                name,
                () -> clients.consumer(name, KafkaClients.membership(name, properties.instance())),
                reading,
                properties.retry());
    }
}
