package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.kafka.TopicEnd;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import java.time.Clock;
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
            @Qualifier("querySessionRejectionProgress") ProjectionProgress progress,
            @Qualifier("queryRejectionsEnd") TopicEnd end,
            Intake intake,
            RecordIds ids,
            Clock intakeClock,
            QueryProperties properties) {
        return new SettlingDesk(
                rejections,
                new DeskTurn(database, progress, end, properties.patience()),
                new SettlementLog(intake, ids, intakeClock, properties.partitions()),
                new RecordedTwins(database));
    }

    @Bean
    RejectionsController rejectionsController(Rejections rejections) {
        return new RejectionsController(rejections);
    }

    @Bean
    DeskController deskController(Desk desk) {
        return new DeskController(desk);
    }
}
