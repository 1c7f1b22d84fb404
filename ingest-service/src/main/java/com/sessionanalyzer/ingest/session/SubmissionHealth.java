package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.session.SubmissionState.Failure;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Up while submissions are read, or others read them; degraded while that fails and is tried again, for posts are taken all
 * the same; down when it is not tried any more.
 */
final class SubmissionHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final Supplier<@Nullable SubmissionConsumer> reader;

    /**
     * @param reader none where submissions are not read
     */
    SubmissionHealth(Supplier<@Nullable SubmissionConsumer> reader) {
        this.reader = reader;
    }

    @Override
    public Health health() {
        SubmissionConsumer consumer = reader.get();
        if (consumer == null) {
            return Health.up().withDetail("reading", "not here").build();
        }
        if (!consumer.isRunning()) {
            return Health.down()
                    .withDetail("reason", "submissions are not read any more")
                    .build();
        }
        Failure failure = consumer.state().failure();
        return failure == null
                ? Health.up().build()
                : Health.status(DEGRADED)
                        .withDetail("reason", failure.cause())
                        .withDetail("failures", failure.times())
                        .withDetail("since", failure.since().toString())
                        .build();
    }
}
