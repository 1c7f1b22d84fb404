package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.live.LiveStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP side of the answers, and its description. */
@Configuration(proxyBeanMethods = false)
class SessionApiConfiguration {

    @Bean
    InsightsController insightsController(InsightsReader insights, LiveStream stream, QueryProperties properties) {
        return new InsightsController(insights, stream, properties.listLimit());
    }
}
