package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.cube.Edition;
import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.kafka.KafkaContact;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Insights from the cube, worked out once per change and organization. */
final class CubeInsights implements InsightsReader {

    private final LiveCube<SessionPart> cube;
    private final PositionGate gate;
    private final Duration patience;
    private final KafkaContact contact;
    private final Map<OrganizationId, Insights> newest = new ConcurrentHashMap<>();

    CubeInsights(LiveCube<SessionPart> cube, PositionGate gate, Duration patience, KafkaContact contact) {
        this.cube = cube;
        this.gate = gate;
        this.patience = patience;
        this.contact = contact;
    }

    @Override
    public Insights read(OrganizationId organization, Position after, int listLimit) {
        gate.await(after, patience);
        if (!cube.isReady()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The numbers are still being loaded.");
        }
        return newest(organization).withListsOfAtMost(listLimit);
    }

    @Override
    public Optional<Duration> silence() {
        return contact.silence();
    }

    private Insights newest(OrganizationId organization) {
        return cube.ask(organization, edition -> {
            Insights known = newest.get(organization);
            if (isOf(edition, known)) {
                return known;
            }
            Insights insights = InsightsSums.of(organization, edition);
            newest.put(organization, insights);
            return insights;
        });
    }

    private static boolean isOf(Edition<SessionPart> edition, @Nullable Insights known) {
        return known != null
                && known.version() == edition.version()
                && known.position().equals(edition.position());
    }
}
