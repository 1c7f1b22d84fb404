package com.sessionanalyzer.query.cube;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up once the cube has been loaded; it answers from then on, also while it cannot be kept current. */
public final class CubeHealth implements HealthIndicator {

    private final LiveCube<?> cube;

    public CubeHealth(LiveCube<?> cube) {
        this.cube = cube;
    }

    @Override
    public Health health() {
        return cube.isReady()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("reason", "the cube is being loaded")
                        .build();
    }
}
