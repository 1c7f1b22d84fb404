package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.kafka.KafkaClients;
import com.sessionanalyzer.query.kafka.KeptVersions;
import com.sessionanalyzer.query.kafka.TopicEnd;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.projection.Upkeep;
import com.sessionanalyzer.query.session.filter.MergedNames;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Assembles what knows the past. */
@Configuration(proxyBeanMethods = false)
public class AsOfConfiguration {

    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    HistoryKeeper historyKeeper(
            DataSource database,
            PlatformTransactionManager transactions,
            ProjectionProgress querySessionProgress,
            TopicEnd queryRecordsEnd,
            KafkaClients clients,
            QueryProperties properties,
            Clock intakeClock) {
        int timeout = Math.toIntExact(properties.kafkaTimeout().toMillis());
        return new HistoryKeeper(
                new JdbcTemplate(database),
                new TransactionTemplate(transactions),
                querySessionProgress,
                queryRecordsEnd,
                new KeptVersions(() -> clients.admin(timeout), SessionTopics.RECORDS, properties.kafkaTimeout()),
                new HistoryKeeper.Settings(properties.history(), PATIENCE),
                intakeClock);
    }

    @Bean
    PastReading pastReading(
            DataSource database,
            PlatformTransactionManager transactions,
            ProjectionProgress querySessionProgress,
            TopicEnd queryRecordsEnd,
            QueryProperties properties,
            MergedNames merged,
            Clock intakeClock) {
        TransactionTemplate consistently = new TransactionTemplate(transactions);
        consistently.setReadOnly(true);
        consistently.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new PastReading(
                new NamedParameterJdbcTemplate(database),
                consistently,
                querySessionProgress,
                queryRecordsEnd,
                new PastReading.Settings(properties.history(), properties.patience()),
                merged,
                intakeClock);
    }

    @Bean
    PastInsights pastInsights(PastReading pastReading) {
        return new PastInsights(pastReading);
    }

    @Bean
    PastStream pastStream(PastReading pastReading, DataSource database) {
        return new PastStream(pastReading, database);
    }

    @Bean
    DifferenceController differenceController(PastReading pastReading, Clock intakeClock) {
        return new DifferenceController(new Differences(pastReading), new DifferenceQuestions(intakeClock));
    }

    @Bean
    AsOfForms asOfForms(PastReading pastReading, Clock intakeClock) {
        return new AsOfForms(pastReading, intakeClock);
    }

    @Bean
    PastPage pastPage(PastReading pastReading, AsOfForms asOfForms, Clock intakeClock) {
        return new PastPage(pastReading, asOfForms, new DifferenceQuestions(intakeClock));
    }

    @Bean
    Upkeep sessionHistoryUpkeep(HistoryKeeper historyKeeper, QueryProperties properties) {
        return new Upkeep("session-history", historyKeeper::keep, INTERVAL, properties.retry());
    }
}
