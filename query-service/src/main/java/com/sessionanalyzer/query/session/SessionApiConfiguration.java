package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.live.LiveStream;
import com.sessionanalyzer.query.session.asof.PastInsights;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.query.session.insights.PastFilteredInsights;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP side of the answers, and its description. */
@Configuration(proxyBeanMethods = false)
class SessionApiConfiguration {

    @Bean
    InsightsController insightsController(
            InsightsReader insights,
            FilteredInsightsReader filtered,
            PastInsights past,
            PastFilteredInsights pastFiltered,
            LiveStream stream,
            Clock intakeClock,
            QueryProperties properties) {
        return new InsightsController(
                insights, filtered, past, pastFiltered, stream, intakeClock, properties.listLimit());
    }
}
