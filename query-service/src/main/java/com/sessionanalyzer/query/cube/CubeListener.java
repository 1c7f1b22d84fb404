package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.Set;

/** Hears of each change of a cube, on the thread that made it; must return soon. */
@FunctionalInterface
public interface CubeListener {

    void changed(Position position, Set<OrganizationId> organizations);

    /** The cube has been loaded, so there is something to tell to organizations without any record too. */
    default void loaded() {}
}
