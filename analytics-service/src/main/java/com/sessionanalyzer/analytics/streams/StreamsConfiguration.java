package com.sessionanalyzer.analytics.streams;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health of all applications. */
@Configuration(proxyBeanMethods = false)
public class StreamsConfiguration {

    @Bean
    StreamsHealth analyticsStreamsHealthIndicator(List<StreamsApplication> applications) {
        return new StreamsHealth(applications);
    }

    @Bean
    StreamsMeters analyticsStreamsMeters(List<StreamsApplication> applications) {
        return new StreamsMeters(applications);
    }

    @Bean
    RestartsHealth analyticsRestartsHealthIndicator(List<StreamsApplication> applications) {
        return new RestartsHealth(applications);
    }
}
