package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.session.SessionSnapshots;
import com.sessionanalyzer.query.session.asof.PastReading;
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
    InsightsQueryController insightsQueryController(SessionSnapshots snapshots, PastReading past, Clock intakeClock) {
        return new InsightsQueryController(new QueryReader(snapshots), new PastQueries(past), intakeClock);
    }
}
