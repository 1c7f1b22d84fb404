package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.kafka.KafkaClients;
import com.sessionanalyzer.query.kafka.TopicsInPlace;
import com.sessionanalyzer.schema.session.SessionTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Answers questions about session records: numbers from memory, rows from the database, changes live. */
@Configuration(proxyBeanMethods = false)
@Import({
    SessionCubeConfiguration.class,
    SessionRowsConfiguration.class,
    SessionApiConfiguration.class,
    SessionPagesConfiguration.class
})
public class SessionQueryConfiguration {

    @Bean
    TopicsInPlace querySessionTopics(KafkaClients clients, QueryProperties properties) {
        return TopicsInPlace.ensure(clients, SessionTopics.all(properties.partitions()), properties.kafkaTimeout());
    }
}
