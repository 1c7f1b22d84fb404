package com.sessionanalyzer.analytics.streams;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down from the failure of an application until it works again, which it does without help: a new process would not. */
final class RestartsHealth implements HealthIndicator {

    private final List<StreamsApplication> applications;

    RestartsHealth(List<StreamsApplication> applications) {
        this.applications = List.copyOf(applications);
    }

    @Override
    public Health health() {
        Map<String, Object> details = new LinkedHashMap<>();
        boolean down = false;
        for (StreamsApplication application : applications) {
            Failure failure = application.failure();
            down |= failure != null;
            details.put(
                    application.applicationId(),
                    failure == null ? Map.of("restarts", application.restarts()) : describe(failure));
        }
        return (down ? Health.down() : Health.up()).withDetails(details).build();
    }

    private static Map<String, Object> describe(Failure failure) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("reason", failure.cause());
        description.put("failedAt", failure.at().toString());
        description.put("failuresInARow", failure.times());
        description.put("startsAgainBy", failure.startsAgain().toString());
        return description;
    }
}
