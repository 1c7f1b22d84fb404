package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.kafka.TopicEnd;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.session.OpenRejections;
import com.sessionanalyzer.query.turn.Turns;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk for rejected records: who finds them, who settles them, and its HTTP side. */
@Configuration(proxyBeanMethods = false)
public class RejectionConfiguration {

    private static final Duration MENTION = Duration.ofMillis(200);
    private static final Duration ALLOWANCE = Duration.ofMillis(500);

    @Bean
    @DependsOn("entityManagerFactory")
    Rejections sessionRejections(DataSource database, PlatformTransactionManager transactions) {
        TransactionTemplate consistently = new TransactionTemplate(transactions);
        consistently.setReadOnly(true);
        consistently.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new DatabaseRejections(database, consistently);
    }

    @Bean
    Desk sessionDesk(
            DataSource database,
            Rejections rejections,
            RejectionsTable table,
            Intake intake,
            RecordIds ids,
            Clock intakeClock,
            CustomerLinks customerLinks,
            QueryProperties properties) {
        return new SettlingDesk(
                rejections,
                new DeskTurns(new Turns(database, properties.patience(), 1), table),
                new SettlementLog(
                        intake,
                        ids,
                        intakeClock,
                        properties.partitions(),
                        properties.patience().plus(ALLOWANCE)),
                new RecordedTwins(database),
                customerLinks);
    }

    @Bean
    @DependsOn("entityManagerFactory")
    OpenRejections openRejections(
            DataSource database, @Qualifier("openRejectionsThread") ExecutorService openRejectionsThread) {
        return new TimelyOpenRejections(new CountedOpenRejections(database), openRejectionsThread, MENTION);
    }

    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ExecutorService openRejectionsThread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "open-rejections");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    RejectionsTable rejectionsTable(
            @Qualifier("querySessionRejectionProgress") ProjectionProgress progress,
            @Qualifier("queryRejectionsEnd") TopicEnd end,
            QueryProperties properties) {
        return new RejectionsTable(progress, end, properties.patience());
    }

    @Bean
    RejectionsController rejectionsController(Rejections rejections, RejectionsTable table) {
        return new RejectionsController(rejections, table);
    }

    @Bean
    DeskController deskController(Desk desk) {
        return new DeskController(desk);
    }
}
