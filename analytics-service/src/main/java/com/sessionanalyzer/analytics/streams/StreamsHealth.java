package com.sessionanalyzer.analytics.streams;

import java.util.List;
import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Up when every domain's application works, out of service while one is still sharing out or restoring its state. */
final class StreamsHealth implements HealthIndicator {

    private final List<StreamsApplication> applications;

    StreamsHealth(List<StreamsApplication> applications) {
        this.applications = List.copyOf(applications);
    }

    @Override
    public Health health() {
        Health.Builder health = new Health.Builder(overall());
        applications.forEach(application -> health.withDetail(
                application.applicationId(), application.state().name()));
        return health.build();
    }

    private Status overall() {
        List<State> states =
                applications.stream().map(StreamsApplication::state).toList();
        if (states.stream().allMatch(state -> state == State.RUNNING)) {
            return Status.UP;
        }
        return states.stream().allMatch(StreamsHealth::works) ? Status.OUT_OF_SERVICE : Status.DOWN;
    }

    private static boolean works(State state) {
        return state == State.RUNNING || state == State.REBALANCING || state == State.CREATED;
    }
}
