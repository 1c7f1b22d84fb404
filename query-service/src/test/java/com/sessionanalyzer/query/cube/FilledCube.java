package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A cube that was filled without topics. */
public final class FilledCube {

    private FilledCube() {}

    /** Lets a cube have what the filling makes of one organization's part, as of this offset. */
    public static <P> void fill(LiveCube<P> cube, OrganizationId organization, long offset, Consumer<P> filling) {
        cube.apply(List.of(new Batch<>(
                0,
                offset,
                Instant.EPOCH.plusSeconds(offset),
                List.of(new Change<>(0, organization, filling)),
                null,
                Map.of())));
    }
}
