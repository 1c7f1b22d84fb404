package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.session.SessionSnapshots;
import com.sessionanalyzer.query.session.asof.PastReading;
import com.sessionanalyzer.query.session.filter.MergedNames;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Questions for any grouping of the records, over HTTP. */
@Configuration(proxyBeanMethods = false)
public class InsightsQueryConfiguration {

    @Bean
    PastFilteredInsights pastFilteredInsights(PastReading past) {
        return new PastFilteredInsights(past);
    }

    @Bean
    InsightsQueries insightsQueries(SessionSnapshots snapshots, MergedNames merged) {
        QueryReader reader = new QueryReader(snapshots);
        return (organization, query, after) -> reader.read(
                organization, query.of(merged.follow(organization, query.asked().filter())), after);
    }

    @Bean
    PastQueries pastQueries(PastReading past) {
        return new PastQueries(past);
    }

    @Bean
    InsightsQueryController insightsQueryController(InsightsQueries queries, PastQueries past, Clock intakeClock) {
        return new InsightsQueryController(queries, past, intakeClock);
    }
}
