package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.session.alias.CustomerLinkReader;
import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.kafka.KafkaClients;
import com.sessionanalyzer.query.kafka.TopicEnd;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.session.CustomerSnapshots;
import com.sessionanalyzer.query.session.SessionDeletions;
import com.sessionanalyzer.query.session.TotalsReader;
import com.sessionanalyzer.query.session.change.CurrentRecords.TableEnd;
import com.sessionanalyzer.query.session.rows.SessionRows;
import com.sessionanalyzer.query.turn.Turns;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of session records: over HTTP, on pages, in the log and in the audit log. */
@Configuration(proxyBeanMethods = false)
@Import({EditPage.class, ErasePage.class, DuplicatesPage.class})
public class SessionChangeConfiguration {

    private static final Duration ALLOWANCE = Duration.ofMillis(500);

    @Bean
    TopicEnd queryRecordsEnd(KafkaClients clients, QueryProperties properties) {
        return end(SessionTopics.RECORDS, clients, properties);
    }

    @Bean
    TopicEnd queryRejectionsEnd(KafkaClients clients, QueryProperties properties) {
        return end(SessionTopics.REJECTIONS, clients, properties);
    }

    private static TopicEnd end(String topic, KafkaClients clients, QueryProperties properties) {
        int millis = Math.toIntExact(properties.patience().toMillis());
        return new TopicEnd(
                clients.admin(millis),
                topic,
                properties.partitions(),
                properties.patience().plus(ALLOWANCE));
    }

    @Bean
    CurrentRecords currentRecords(
            DataSource database,
            SessionRows rows,
            ProjectionProgress querySessionProgress,
            TopicEnd queryRecordsEnd,
            TopicEnd queryRejectionsEnd,
            QueryProperties properties) {
        ProjectionProgress rejections =
                new ProjectionProgress(database, SessionTopics.REJECTIONS, new PositionGate(properties.maxWaiting()));
        return new CurrentRecords(
                new StoredSessions(JdbcClient.create(database)),
                rows,
                new TableEnd(querySessionProgress, queryRecordsEnd),
                new TableEnd(rejections, queryRejectionsEnd),
                properties.patience());
    }

    @Bean
    ChangeTurns changeTurns(DataSource database, QueryProperties properties) {
        return new ChangeTurns(new Turns(database, properties.patience(), ChangeTurns.AT_ONCE));
    }

    @Bean
    ChangeLog changeLog(
            Intake intake,
            RecordIds ids,
            Clock intakeClock,
            TotalsReader totals,
            ProjectionProgress querySessionProgress,
            QueryProperties properties) {
        return new ChangeLog(
                intake,
                ids,
                intakeClock,
                totals,
                querySessionProgress,
                properties.partitions(),
                properties.patience().plus(ALLOWANCE));
    }

    @Bean
    SessionChanges sessionChanges(
            ChangeTurns turns, CurrentRecords records, ChangeLog log, CustomerLinks customerLinks) {
        return new SessionChanges(turns, records, log, customerLinks);
    }

    @Bean
    CustomerDecisions customerDecisions(
            CustomerLinks customerLinks, CustomerLinkReader customerLinkReader, QueryProperties properties) {
        return new CustomerDecisions(customerLinks, customerLinkReader, properties.patience());
    }

    @Bean
    CustomerAliases customerAliases(CustomerLinks customerLinks) {
        return new CustomerAliases(customerLinks);
    }

    @Bean
    CustomerMerges customerMerges(
            ChangeTurns turns,
            CurrentRecords records,
            ChangeLog log,
            CustomerDecisions decisions,
            CustomerSnapshots customers,
            Clock intakeClock,
            QueryProperties properties) {
        return new CustomerMerges(turns, records, log, decisions, customers, intakeClock, properties.mergeGrace());
    }

    @Bean
    MergeKeeper mergeKeeper(
            CustomerLinks customerLinks,
            CustomerSnapshots customers,
            CustomerMerges merges,
            QueryProperties properties) {
        return new MergeKeeper(customerLinks, customers, merges::settle, properties.mergeInterval());
    }

    @Bean
    MergesController mergesController(CustomerMerges merges, CustomerAliases aliases, Outcomes outcomes) {
        return new MergesController(merges, aliases, outcomes);
    }

    @Bean
    CustomerErasures customerErasures(
            ChangeTurns turns, CurrentRecords records, ChangeLog log, CustomerDecisions decisions) {
        return new CustomerErasures(turns, records, log, decisions);
    }

    @Bean
    Outcomes changeOutcomes(SessionRows rows, CurrentRecords records, TotalsReader totals) {
        return new Outcomes(rows, records, totals);
    }

    @Bean
    SessionDeletions sessionDeletions(SessionChanges changes, Outcomes outcomes) {
        return (organization, actor, id) -> {
            Change change = changes.delete(organization.id(), actor, id, Revision.any());
            return new SessionDeletions.Deletion(
                    change.position(), MovedSentence.of(outcomes.moved(organization.id(), change)));
        };
    }

    @Bean
    SessionChangesController sessionChangesController(
            SessionChanges changes, CustomerErasures erasures, Outcomes outcomes, Clock intakeClock) {
        return new SessionChangesController(changes, erasures, outcomes, intakeClock);
    }
}
