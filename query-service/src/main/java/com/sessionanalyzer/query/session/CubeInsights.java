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

/** Insights from the cube, worked out once per change and organization, for all who ask meanwhile; with longer lists again when somebody wants them. */
final class CubeInsights implements InsightsReader {

    /** What was worked out, and up to how long its lists are; 0 when they are complete. */
    private record Known(Insights insights, int listLimit) {

        private boolean isOf(Edition<SessionPart> edition, int wanted) {
            return insights.version() == edition.version()
                    && insights.position().equals(edition.position())
                    && (listLimit == 0 || (wanted != 0 && wanted <= listLimit));
        }
    }

    private final LiveCube<SessionPart> cube;
    private final PositionGate gate;
    private final Duration patience;
    private final int usualLimit;
    private final KafkaContact contact;
    private final Map<OrganizationId, Known> newest = new ConcurrentHashMap<>();

    /**
     * Insights of a cube.
     *
     * @param usualLimit how long the lists are that are worked out whenever anything changes
     */
    CubeInsights(
            LiveCube<SessionPart> cube, PositionGate gate, Duration patience, int usualLimit, KafkaContact contact) {
        this.cube = cube;
        this.gate = gate;
        this.patience = patience;
        this.usualLimit = usualLimit;
        this.contact = contact;
    }

    @Override
    public Insights read(OrganizationId organization, Position after, int listLimit) {
        gate.await(after, patience);
        if (!cube.isReady()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The numbers are still being loaded.");
        }
        return newest(organization, listLimit).withListsOfAtMost(listLimit);
    }

    @Override
    public Optional<Duration> silence() {
        return contact.silence();
    }

    private Insights newest(OrganizationId organization, int listLimit) {
        return cube.ask(
                organization,
                edition -> isUsual(listLimit)
                        ? newest.compute(
                                        organization,
                                        (same, known) -> known != null && known.isOf(edition, listLimit)
                                                ? known
                                                : workOut(organization, edition, usualLimit))
                                .insights()
                        : withLongerLists(organization, edition, listLimit));
    }

    private boolean isUsual(int listLimit) {
        return listLimit != 0 && listLimit <= usualLimit;
    }

    /** Takes longer the more there is, so those who want the usual lists do not wait for it. */
    private Insights withLongerLists(OrganizationId organization, Edition<SessionPart> edition, int listLimit) {
        Known known = newest.get(organization);
        if (known == null || !known.isOf(edition, listLimit)) {
            known = workOut(organization, edition, listLimit);
            newest.put(organization, known);
        }
        return known.insights();
    }

    private static Known workOut(OrganizationId organization, Edition<SessionPart> edition, int listLimit) {
        return new Known(InsightsSums.of(organization, edition, listLimit), listLimit);
    }
}
