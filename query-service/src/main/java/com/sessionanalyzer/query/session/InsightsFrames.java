package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.live.Frame;
import com.sessionanalyzer.query.live.FrameSource;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.util.Optional;

/** Insights as live frames, with the same bytes as the answer of the API for that version. */
final class InsightsFrames implements FrameSource {

    private final LiveCube<SessionPart> cube;
    private final InsightsReader insights;
    private final int listLimit;

    InsightsFrames(LiveCube<SessionPart> cube, InsightsReader insights, int listLimit) {
        this.cube = cube;
        this.insights = insights;
        this.listLimit = listLimit;
    }

    @Override
    public Optional<Frame> newest(OrganizationId organization) {
        if (!cube.isReady()) {
            return Optional.empty();
        }
        Insights newest = insights.read(organization, Position.BEGINNING, listLimit);
        return Optional.of(Frame.of(newest.version(), "insights", InsightsJson.encode(newest)));
    }

    @Override
    public Optional<Duration> silence() {
        return insights.silence();
    }
}
