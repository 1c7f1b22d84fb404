package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.CellColumns;
import com.sessionanalyzer.query.cube.Pairing;
import com.sessionanalyzer.query.cube.Tallies;
import com.sessionanalyzer.query.facts.FactTable;
import com.sessionanalyzer.schema.session.SessionCube;
import java.util.List;

/** All that is known in memory about one organization's session records. */
record SessionPart(CellColumns cells, Tallies tallies, Customers customers, FactTable facts) {

    static final Pairing ROUTES = new Pairing(SessionCube.SOURCE, SessionCube.DESTINATION);

    static SessionPart empty() {
        return new SessionPart(
                new CellColumns(SessionCube.DIMENSIONS.size(), SessionCube.MEASURES.size(), List.of(ROUTES)),
                new Tallies(),
                new Customers(),
                new FactTable(SessionFacts.SHAPE));
    }
}
