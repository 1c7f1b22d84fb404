package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.live.LiveStream;
import com.sessionanalyzer.query.session.asof.PastInsights;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP side of the answers, and its description. */
@Configuration(proxyBeanMethods = false)
class SessionApiConfiguration {

    @Bean
    InsightsController insightsController(
            InsightsReader insights,
            PastInsights past,
            Clock intakeClock,
            LiveStream stream,
            QueryProperties properties) {
        return new InsightsController(insights, past, intakeClock, stream, properties.listLimit());
    }
}
