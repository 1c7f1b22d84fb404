package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.cube.Edition;
import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Asks the newest snapshot of an organization's records; the numbers of the cube are of the same snapshot. */
public final class SessionSnapshots implements OneSnapshot {

    private final LiveCube<SessionPart> cube;
    private final PositionGate gate;
    private final Duration patience;

    SessionSnapshots(LiveCube<SessionPart> cube, PositionGate gate, Duration patience) {
        this.cube = cube;
        this.gate = gate;
        this.patience = patience;
    }

    /** Waits, within the bounds of patience, until the position is contained, and answers the question then. */
    public <R> R ask(OrganizationId organization, Position after, Function<SessionSnapshot, R> question) {
        gate.await(after, patience);
        if (!cube.isReady()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The numbers are still being loaded.");
        }
        return cube.ask(organization, edition -> question.apply(snapshot(edition)));
    }

    /** Nothing changes while this asks, so its questions must be short, and must not wait for anything. */
    @Override
    public <R> R hold(OrganizationId organization, Position after, Function<Position, R> questions) {
        return ask(organization, after, snapshot -> questions.apply(Position.BEGINNING));
    }

    private static SessionSnapshot snapshot(Edition<SessionPart> edition) {
        SessionPart part = edition.part();
        return new SessionSnapshot(
                edition.version(),
                edition.position(),
                edition.asOf().equals(Instant.EPOCH) ? null : edition.asOf(),
                part.facts(),
                key -> part.customers().displayName(key, key));
    }
}
