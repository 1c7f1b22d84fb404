package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.kafka.KafkaClients;
import com.sessionanalyzer.query.kafka.TopicsInPlace;
import com.sessionanalyzer.query.session.asof.AsOfConfiguration;
import com.sessionanalyzer.query.session.books.BooksConfiguration;
import com.sessionanalyzer.query.session.customer.CustomerConfiguration;
import com.sessionanalyzer.query.session.export.ExportConfiguration;
import com.sessionanalyzer.query.session.insight.PastInsightPagesConfiguration;
import com.sessionanalyzer.query.session.insights.InsightsQueryConfiguration;
import com.sessionanalyzer.query.session.receipt.ReceiptConfiguration;
import com.sessionanalyzer.query.session.rejection.RejectionConfiguration;
import com.sessionanalyzer.query.session.rejection.RejectionPagesConfiguration;
import com.sessionanalyzer.query.session.rows.RowConfiguration;
import com.sessionanalyzer.query.session.search.SearchConfiguration;
import com.sessionanalyzer.query.session.view.ViewConfiguration;
import com.sessionanalyzer.schema.audit.AuditTopic;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Answers questions about session records: numbers from memory, rows from the database, changes live. */
@Configuration(proxyBeanMethods = false)
@Import({
    SessionCubeConfiguration.class,
    SessionRowsConfiguration.class,
    RowConfiguration.class,
    SearchConfiguration.class,
    ExportConfiguration.class,
    ViewConfiguration.class,
    SessionApiConfiguration.class,
    InsightsQueryConfiguration.class,
    SessionPagesConfiguration.class,
    AsOfConfiguration.class,
    PastInsightPagesConfiguration.class,
    CustomerConfiguration.class,
    BooksConfiguration.class,
    ReceiptConfiguration.class,
    RejectionConfiguration.class,
    RejectionPagesConfiguration.class
})
public class SessionQueryConfiguration {

    @Bean
    TopicsInPlace querySessionTopics(KafkaClients clients, QueryProperties properties) {
        List<NewTopic> topics = new ArrayList<>(SessionTopics.all(properties.partitions()));
        topics.addAll(SessionTopics.decisions());
        topics.addAll(IntakeLogTopics.all(properties.partitions()));
        topics.addAll(AuditTopic.all());
        return TopicsInPlace.ensure(clients, topics, properties.kafkaTimeout());
    }
}
