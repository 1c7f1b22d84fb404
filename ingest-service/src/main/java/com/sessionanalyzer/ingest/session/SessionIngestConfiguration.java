package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.IngestProperties;
import com.sessionanalyzer.ingest.body.BoundedBodyFilter;
import com.sessionanalyzer.intake.Deliveries;
import com.sessionanalyzer.intake.DeliveryClaims;
import com.sessionanalyzer.intake.session.SessionIntake;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Assembles the doors for session records. */
@Configuration(proxyBeanMethods = false)
public class SessionIngestConfiguration {

    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    KeyedUploads keyedUploads(SessionIntake intake, Deliveries deliveries, DeliveryClaims claims) {
        return new KeyedUploads(intake, deliveries, claims);
    }

    @Bean
    SessionUpload sessionUpload(
            SessionIntake intake, KeyedUploads keyed, Clock intakeClock, IngestProperties properties) {
        return new SessionUpload(intake, keyed, intakeClock, properties.maxRecords());
    }

    @Bean
    SessionInput sessionInput(SessionIntake intake, Clock intakeClock, IngestProperties properties) {
        return new SessionInput(intake, intakeClock, properties.maxRecords());
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
