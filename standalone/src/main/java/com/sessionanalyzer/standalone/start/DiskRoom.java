package com.sessionanalyzer.standalone.start;

import com.sessionanalyzer.intake.LogRoom;
import java.util.function.LongSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

/**
 * Takes no more records while the disk of the data directory is nearly full. Kafka ends when it cannot write, and everything
 * with it; before that, those who send are asked to come again, and what was taken is counted and read on.
 */
final class DiskRoom implements LogRoom, HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final LongSupplier free;
    private final DataSize minFree;

    /**
     * @param free bytes on the disk that may still be used
     */
    DiskRoom(LongSupplier free, DataSize minFree) {
        this.free = free;
        this.minFree = minFree;
    }

    @Override
    public boolean hasRoom() {
        return free.getAsLong() >= minFree.toBytes();
    }

    @Override
    public Health health() {
        Health.Builder health = hasRoom()
                ? Health.up()
                : Health.status(DEGRADED).withDetail("reason", "the disk is nearly full, so no more records are taken");
        return health.withDetail("freeBytes", free.getAsLong())
                .withDetail("neededBytes", minFree.toBytes())
                .build();
    }
}
