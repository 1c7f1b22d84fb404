package com.sessionanalyzer.observe;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Observes a service; services of one context share it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelemetryProperties.class)
@Import({TraceConfiguration.class, OtlpMetricsConfiguration.class})
public class ObserveConfiguration {

    /** The outermost filter but one: what others refuse is counted too. */
    private static final int OUTERMOST = Ordered.HIGHEST_PRECEDENCE + 1;

    @Bean
    FilterRegistrationBean<RequestFilter> requestFilter(MeterRegistry registry, Traces traces) {
        FilterRegistrationBean<RequestFilter> filter =
                new FilterRegistrationBean<>(new RequestFilter(new RequestTimes(registry), traces));
        filter.setOrder(OUTERMOST);
        return filter;
    }
}
