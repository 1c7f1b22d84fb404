package com.sessionanalyzer.observe;

import io.micrometer.core.instrument.Clock;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sends metrics to the collector, when there is one. */
@Configuration(proxyBeanMethods = false)
@Conditional(CollectorCondition.class)
class OtlpMetricsConfiguration {

    @Bean
    OtlpMeterRegistry otlpMetrics(TelemetryProperties properties, Clock clock, Environment environment) {
        String service = environment.getProperty("spring.application.name", "csa");
        return new OtlpMeterRegistry(new Sending(properties, service), clock);
    }

    /** How they are sent. */
    private record Sending(TelemetryProperties properties, String service) implements OtlpConfig {

        @Override
        public @Nullable String get(String key) {
            return null;
        }

        @Override
        public String url() {
            return properties.otlp() + "/v1/metrics";
        }

        @Override
        public Duration step() {
            return properties.interval();
        }

        @Override
        public Map<String, String> resourceAttributes() {
            return Map.of("service.name", service);
        }
    }
}
