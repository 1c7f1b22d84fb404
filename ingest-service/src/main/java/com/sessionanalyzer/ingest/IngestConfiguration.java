package com.sessionanalyzer.ingest;

import com.sessionanalyzer.ingest.session.SessionIngestConfiguration;
import com.sessionanalyzer.ingest.session.SubmissionConfiguration;
import com.sessionanalyzer.intake.IntakeHealthConfiguration;
import com.sessionanalyzer.intake.session.SessionIntakeConfiguration;
import com.sessionanalyzer.observe.ObserveConfiguration;
import com.sessionanalyzer.page.ApiDescriptionConfiguration;
import com.sessionanalyzer.page.PageConfiguration;
import com.sessionanalyzer.security.SecurityConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything the ingest service consists of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IngestProperties.class, BulkProperties.class})
@Import({
    ObserveConfiguration.class,
    SecurityConfiguration.class,
    PageConfiguration.class,
    ApiDescriptionConfiguration.class,
    SessionIntakeConfiguration.class,
    IntakeHealthConfiguration.class,
    SessionIngestConfiguration.class,
    SubmissionConfiguration.class
})
public class IngestConfiguration {}
