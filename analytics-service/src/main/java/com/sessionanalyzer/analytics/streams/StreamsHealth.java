package com.sessionanalyzer.analytics.streams;

import java.util.List;
import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Up when every domain's application works, out of service while one restores its state after a start. Instances that come
 * and go make the others share out the work again; that does not make them unready.
 */
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
        if (applications.stream().allMatch(StreamsHealth::works)) {
            return Status.UP;
        }
        return applications.stream().allMatch(application -> works(application) || begins(application.state()))
                ? Status.OUT_OF_SERVICE
                : Status.DOWN;
    }

    private static boolean works(StreamsApplication application) {
        State state = application.state();
        return state == State.RUNNING || (state == State.REBALANCING && application.hasBegun());
    }

    private static boolean begins(State state) {
        return state == State.REBALANCING || state == State.CREATED;
    }
}
