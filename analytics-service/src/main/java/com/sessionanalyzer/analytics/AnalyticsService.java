package com.sessionanalyzer.analytics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The analytics service as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(AnalyticsConfiguration.class)
public class AnalyticsService {

    private static final String NAME = "analytics-service";

    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", NAME);
        SpringApplication.run(AnalyticsService.class, arguments);
    }
}
