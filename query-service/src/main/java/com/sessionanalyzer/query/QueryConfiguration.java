package com.sessionanalyzer.query;

import com.sessionanalyzer.intake.IntakeHealthConfiguration;
import com.sessionanalyzer.intake.session.SessionIntakeConfiguration;
import com.sessionanalyzer.observe.ObserveConfiguration;
import com.sessionanalyzer.page.ApiDescriptionConfiguration;
import com.sessionanalyzer.page.PageConfiguration;
import com.sessionanalyzer.query.audit.AuditConfiguration;
import com.sessionanalyzer.query.kafka.KafkaConfiguration;
import com.sessionanalyzer.query.request.RequestConfiguration;
import com.sessionanalyzer.query.session.SessionQueryConfiguration;
import com.sessionanalyzer.query.session.change.SessionChangeConfiguration;
import com.sessionanalyzer.query.session.duplicate.DuplicateConfiguration;
import com.sessionanalyzer.security.SecurityConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Assembles the query service. What reads the log comes first, for it reads while the rest is assembled. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryProperties.class)
@Import({
    SessionQueryConfiguration.class,
    ObserveConfiguration.class,
    SecurityConfiguration.class,
    PageConfiguration.class,
    ApiDescriptionConfiguration.class,
    RequestConfiguration.class,
    KafkaConfiguration.class,
    SessionIntakeConfiguration.class,
    IntakeHealthConfiguration.class,
    AuditConfiguration.class,
    SessionChangeConfiguration.class,
    DuplicateConfiguration.class
})
public class QueryConfiguration {}
