package com.sessionanalyzer.analytics.streams;

import java.util.List;
import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while every domain's application works or is about to. */
final class StreamsHealth implements HealthIndicator {

    private final List<StreamsApplication> applications;

    StreamsHealth(List<StreamsApplication> applications) {
        this.applications = List.copyOf(applications);
    }

    @Override
    public Health health() {
        Health.Builder health =
                applications.stream().allMatch(application -> works(application.state())) ? Health.up() : Health.down();
        applications.forEach(application -> health.withDetail(
                application.applicationId(), application.state().name()));
        return health.build();
    }

    private static boolean works(State state) {
        return state == State.RUNNING || state == State.REBALANCING;
    }
}
