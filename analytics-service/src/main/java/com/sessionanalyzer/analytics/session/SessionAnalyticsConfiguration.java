package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.analytics.AnalyticsProperties;
import com.sessionanalyzer.analytics.streams.Lifecycle;
import com.sessionanalyzer.analytics.streams.StreamsApplication;
import com.sessionanalyzer.analytics.streams.StreamsDomain;
import com.sessionanalyzer.analytics.streams.StreamsSettings;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The analytics of session records. */
@Configuration(proxyBeanMethods = false)
public class SessionAnalyticsConfiguration {

    @Bean
    StreamsApplication analyticsSessionStreams(
            AnalyticsProperties properties, StreamsSettings settings, Lifecycle lifecycle, Traces traces) {
        StreamsDomain sessions = new StreamsDomain(
                SessionTopology.APPLICATION_ID,
                () -> new SessionTopology(properties.emitInterval(), traces).build(),
                SessionTopics.all(properties.partitions()),
                SessionTopics.DEAD_LETTERS);
        return new StreamsApplication(sessions, settings, lifecycle, Clock.systemUTC());
    }
}
