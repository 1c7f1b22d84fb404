package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.IngestProperties;
import com.sessionanalyzer.ingest.body.BoundedBodyFilter;
import com.sessionanalyzer.ingest.intake.Intake;
import com.sessionanalyzer.ingest.intake.IntakeTopics;
import com.sessionanalyzer.ingest.intake.RecordIds;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Assembles the way in of session records. */
@Configuration(proxyBeanMethods = false)
public class SessionIntakeConfiguration {

    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    IntakeTopics sessionIntakeTopics(IngestProperties properties) {
        return new IntakeTopics(
                SessionTopics.all(properties.partitions()), List.of(SessionTopics.RECORDS, SessionTopics.REJECTIONS));
    }

    @Bean
    SessionIntake sessionIntake(Intake intake, RecordIds ids, IngestProperties properties) {
        return new SessionIntake(intake, ids, properties.partitions());
    }

    @Bean
    SessionUpload sessionUpload(SessionIntake intake, Clock ingestClock, IngestProperties properties) {
        return new SessionUpload(intake, ingestClock, properties.maxRecords());
    }

    @Bean
    SessionInput sessionInput(SessionIntake intake, Clock ingestClock, IngestProperties properties) {
        return new SessionInput(intake, ingestClock, properties.maxRecords());
    }

    @Bean
    FilterRegistrationBean<BoundedBodyFilter> sessionBodies(IngestProperties properties) {
        FilterRegistrationBean<BoundedBodyFilter> filter =
                new FilterRegistrationBean<>(new BoundedBodyFilter(properties.maxBody()));
        filter.addUrlPatterns("/upload", "/form-upload", "/api/upload");
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }
}
