package com.sessionanalyzer.analytics;

import com.sessionanalyzer.analytics.session.SessionAnalyticsConfiguration;
import com.sessionanalyzer.analytics.streams.Lifecycle;
import com.sessionanalyzer.analytics.streams.StreamsConfiguration;
import com.sessionanalyzer.analytics.streams.StreamsSettings;
import com.sessionanalyzer.observe.ObserveConfiguration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The analytics of all domains; can stand beside other services in one application context. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnalyticsProperties.class)
@Import({ObserveConfiguration.class, SessionAnalyticsConfiguration.class, StreamsConfiguration.class})
public class AnalyticsConfiguration {

    @Bean
    StreamsSettings analyticsStreamsSettings(
            AnalyticsProperties properties, KafkaProperties kafka, KafkaConnectionDetails connection) {
        return new StreamsSettings(
                connection(kafka, connection),
                properties.stateDir(),
                properties.instanceId(),
                properties.threads(),
                properties.emitInterval(),
                properties.commitInterval(),
                properties.cacheMemory().toBytes(),
                properties.storeMemory().toBytes());
    }

    @Bean
    Lifecycle analyticsLifecycle(AnalyticsProperties properties) {
        return new Lifecycle(
                properties.brokerTimeout(),
                properties.closeTimeout(),
                properties.restartBackoff(),
                properties.longestBackoff(),
                properties.restartWindow());
    }

    private static Map<String, Object> connection(KafkaProperties kafka, KafkaConnectionDetails connection) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getBootstrapServers());
        settings.remove(CommonClientConfigs.CLIENT_ID_CONFIG);
        return settings;
    }
}
