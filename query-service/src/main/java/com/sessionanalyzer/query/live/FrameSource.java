package com.sessionanalyzer.query.live;

import com.sessionanalyzer.schema.OrganizationId;
import java.time.Duration;
import java.util.Optional;

/** Knows what an organization's newest frame is. */
@FunctionalInterface
public interface FrameSource {

    /** The frame of the newest version, or nothing as long as there is no state to tell. */
    Optional<Frame> newest(OrganizationId organization);

    /** For how long nobody has heard whether there is a newer version; empty as long as that is nothing unusual. */
    default Optional<Duration> silence() {
        return Optional.empty();
    }
}
