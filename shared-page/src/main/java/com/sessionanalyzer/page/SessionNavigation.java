package com.sessionanalyzer.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages about session records; every service shows them all, whichever it serves itself. */
@Configuration(proxyBeanMethods = false)
class SessionNavigation {

    @Bean
    NavigationEntry dashboardEntry() {
        return new NavigationEntry("/", "Dashboard", 10);
    }

    @Bean
    NavigationEntry inputEntry() {
        return new NavigationEntry("/input", "Input", 20);
    }

    @Bean
    NavigationEntry importEntry() {
        return new NavigationEntry("/import", "Import", 25);
    }

    @Bean
    NavigationEntry insightsEntry() {
        return new NavigationEntry("/insights", "Insights", 30);
    }

    @Bean
    NavigationEntry reportsEntry() {
        return new NavigationEntry("/reports", "Reports", 40);
    }

    @Bean
    NavigationEntry customersEntry() {
        return new NavigationEntry("/customers", "Customers", 45);
    }

    @Bean
    NavigationEntry duplicatesEntry() {
        return new NavigationEntry("/duplicates", "Duplicates", 47);
    }

    @Bean
    NavigationEntry pipelineEntry() {
        return new NavigationEntry("/pipeline", "Pipeline", 80);
    }

    @Bean
    NavigationEntry rejectsEntry() {
        return new NavigationEntry("/rejects", "Rejected", 50);
    }

    @Bean
    NavigationEntry auditEntry() {
        return new NavigationEntry("/audit", "Audit", 90);
    }
}
