package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/** Changes a cube as its reader does, a batch at a time and without a topic. */
@NullMarked
public final class MeasuredChanges<P> {

    private final LiveCube<P> cube;
    private final OrganizationId organization;
    private final AtomicLong offset = new AtomicLong();

    public MeasuredChanges(LiveCube<P> cube, OrganizationId organization) {
        this.cube = cube;
        this.organization = organization;
    }

    /** Applies changes of one organization that belong together. */
    public void apply(List<Consumer<P>> effects) {
        List<Change<P>> changes = effects.stream()
                .map(effect -> new Change<>(0, organization, effect))
                .toList();
        cube.apply(List.of(
                new Batch<>(0, offset.incrementAndGet(), Instant.EPOCH.plusSeconds(1), changes, null, Map.of())));
    }
}
