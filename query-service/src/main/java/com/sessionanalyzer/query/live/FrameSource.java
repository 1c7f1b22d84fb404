package com.sessionanalyzer.query.live;

import com.sessionanalyzer.schema.OrganizationId;
import java.util.Optional;

/** Knows what an organization's newest frame is. */
@FunctionalInterface
public interface FrameSource {

    /** The frame of the newest version, or nothing as long as there is no state to tell. */
    Optional<Frame> newest(OrganizationId organization);
}
