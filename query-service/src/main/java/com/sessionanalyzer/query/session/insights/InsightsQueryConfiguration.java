package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.session.SessionSnapshots;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Questions for any grouping of the records, over HTTP. */
@Configuration(proxyBeanMethods = false)
public class InsightsQueryConfiguration {

    @Bean
    InsightsQueryController insightsQueryController(SessionSnapshots snapshots, Clock intakeClock) {
        return new InsightsQueryController(new QueryReader(snapshots), intakeClock);
    }
}
