package com.sessionanalyzer.query.session;

import static com.sessionanalyzer.schema.session.SessionCube.CUSTOMERS;
import static com.sessionanalyzer.schema.session.SessionCube.DESTINATION;
import static com.sessionanalyzer.schema.session.SessionCube.MINUTES;
import static com.sessionanalyzer.schema.session.SessionCube.RECORDS;
import static com.sessionanalyzer.schema.session.SessionCube.REGION;
import static com.sessionanalyzer.schema.session.SessionCube.REPEAT_CUSTOMERS;
import static com.sessionanalyzer.schema.session.SessionCube.SESSIONS;
import static com.sessionanalyzer.schema.session.SessionCube.SOURCE;
import static com.sessionanalyzer.schema.session.SessionCube.TIMED_RECORDS;

import com.sessionanalyzer.query.cube.CellSums;
import com.sessionanalyzer.query.cube.Edition;
import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Totals from the cube: a few scans over its cells. */
record CubeTotals(LiveCube<SessionPart> cube, PositionGate gate, Duration patience) implements TotalsReader {

    @Override
    public Optional<SessionTotals> read(OrganizationId organization, Position after) {
        return gate.await(after, patience) ? newest(organization) : Optional.empty();
    }

    @Override
    public Optional<SessionTotals> newest(OrganizationId organization) {
        return cube.isReady() ? Optional.of(cube.ask(organization, CubeTotals::of)) : Optional.empty();
    }

    private static SessionTotals of(Edition<SessionPart> edition) {
        CellSums cells = edition.part().cells().sums();
        return new SessionTotals(
                edition.position(),
                Map.of(
                        SessionTotals.RECORDS, cells.total(RECORDS),
                        SessionTotals.SESSIONS, cells.total(SESSIONS),
                        SessionTotals.TIMED_RECORDS, cells.total(TIMED_RECORDS),
                        SessionTotals.MINUTES, cells.total(MINUTES),
                        SessionTotals.CUSTOMERS, edition.part().tallies().total(CUSTOMERS),
                        SessionTotals.DUPLICATE_CUSTOMERS,
                                edition.part().tallies().total(REPEAT_CUSTOMERS)),
                cells.by(REGION, RECORDS),
                cells.by(SOURCE, RECORDS),
                cells.by(DESTINATION, RECORDS));
    }
}
