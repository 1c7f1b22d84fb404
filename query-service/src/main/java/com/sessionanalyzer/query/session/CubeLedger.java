package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.cube.Tallies;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionCube;
import java.time.Duration;

/** The ledger's counts as they stand in the cube. */
final class CubeLedger implements SessionLedger {

    private final LiveCube<SessionPart> cube;
    private final PositionGate gate;

    CubeLedger(LiveCube<SessionPart> cube, PositionGate gate) {
        this.cube = cube;
        this.gate = gate;
    }

    @Override
    public boolean await(Position position, Duration timeout) {
        return gate.await(position, timeout);
    }

    @Override
    public Position position() {
        return cube.position();
    }

    @Override
    public LedgerCounts counts(OrganizationId organization) {
        return cube.ask(organization, edition -> {
            Tallies tallies = edition.part().tallies();
            return new LedgerCounts(
                    edition.position(),
                    edition.asOf(),
                    tallies.by(SessionCube.RECORDED),
                    tallies.by(SessionCube.CORRECTED),
                    tallies.by(SessionCube.DELETED),
                    edition.part().cells().sums().total(SessionCube.RECORDS));
        });
    }
}
