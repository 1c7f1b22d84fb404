package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.CubeListener;
import com.sessionanalyzer.query.live.LiveStream;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.Set;

/** Hands the cube's changes on to the live stream. */
record StreamedChanges(LiveStream stream) implements CubeListener {

    @Override
    public void changed(Position position, Set<OrganizationId> organizations) {
        stream.changed(organizations);
    }

    @Override
    public void loaded() {
        stream.changed();
    }
}
