package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.BulkProperties;
import com.sessionanalyzer.ingest.IngestProperties;
import com.sessionanalyzer.ingest.body.BoundedBodyFilter;
import com.sessionanalyzer.intake.Deliveries;
import com.sessionanalyzer.intake.DeliveryClaims;
import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.ParseTimes;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.session.SessionBatches;
import com.sessionanalyzer.intake.session.SessionIntake;
import com.sessionanalyzer.intake.session.alias.EarlierReviews;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

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
            SessionIntake intake,
            KeyedUploads keyed,
            ParseTimes times,
            Clock intakeClock,
            IngestProperties properties,
            ObjectProvider<EarlierReviews> reviews,
            JsonMapper json) {
        return new SessionUpload(
                intake,
                keyed,
                times,
                intakeClock,
                properties.maxRecords(),
                reviews.getIfAvailable(() -> EarlierReviews.UNKNOWN),
                json);
    }

    @Bean
    SessionInput sessionInput(SessionIntake intake, ParseTimes times, Clock intakeClock, IngestProperties properties) {
        return new SessionInput(intake, times, intakeClock, properties.maxRecords());
    }

    @Bean
    Imports imports(Deliveries deliveries, Clock intakeClock) {
        return new Imports(deliveries, intakeClock);
    }

    @Bean
    BulkThreads bulkThreads(BulkProperties properties) {
        return new BulkThreads(properties.parsers());
    }

    @Bean
    SessionBulk sessionBulk(
            Intake intake,
            SessionBatches batches,
            ParseTimes times,
            Imports imports,
            BulkThreads threads,
            RecordIds ids,
            BulkProperties properties,
            JsonMapper json) {
        BulkPosts posts =
                new BulkPosts(intake, imports, new BulkReading(batches, times, properties), threads, properties);
        return new SessionBulk(new BulkHeads(ids), posts, json);
    }

    @Bean
    ImportsDesk importsDesk(Imports imports) {
        return new ImportsDesk(imports);
    }

    @Bean
    ImportPage importPage(Imports imports) {
        return new ImportPage(imports);
    }

    @Bean
    SubmissionHealth submissionsHealthIndicator(ObjectProvider<SubmissionConsumer> reader) {
        return new SubmissionHealth(reader::getIfAvailable);
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
