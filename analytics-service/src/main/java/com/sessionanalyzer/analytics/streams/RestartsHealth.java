package com.sessionanalyzer.analytics.streams;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when an application failed so often that it stays down: only a new process helps. */
final class RestartsHealth implements HealthIndicator {

    private final List<StreamsApplication> applications;

    RestartsHealth(List<StreamsApplication> applications) {
        this.applications = List.copyOf(applications);
    }

    @Override
    public Health health() {
        List<String> down = applications.stream()
                .filter(StreamsApplication::hasGivenUp)
                .map(StreamsApplication::applicationId)
                .toList();
        return down.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("given up", down).build();
    }
}
