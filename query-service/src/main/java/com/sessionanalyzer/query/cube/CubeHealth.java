package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.kafka.KafkaContact;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Up once the cube has been loaded; it answers from then on, and is degraded while it cannot be kept current. */
public final class CubeHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final LiveCube<?> cube;
    private final KafkaContact contact;

    public CubeHealth(LiveCube<?> cube, KafkaContact contact) {
        this.cube = cube;
        this.contact = contact;
    }

    @Override
    public Health health() {
        Optional<Duration> silence = contact.silence();
        Health.Builder health = new Health.Builder(status(silence.isPresent()));
        if (!cube.isReady()) {
            health.withDetail("reason", "the cube is being loaded");
        }
        silence.ifPresent(silent -> health.withDetail("kafkaSilentForSeconds", silent.toSeconds()));
        contact.behind().ifPresent(behind -> health.withDetail("entriesBehind", behind));
        return health.withDetail("asOf", cube.asOf().toString()).build();
    }

    private Status status(boolean silent) {
        if (!cube.isReady()) {
            return Status.OUT_OF_SERVICE;
        }
        return silent ? DEGRADED : Status.UP;
    }
}
