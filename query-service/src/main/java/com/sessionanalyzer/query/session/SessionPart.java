package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.CellColumns;
import com.sessionanalyzer.query.cube.Tallies;
import com.sessionanalyzer.query.facts.FactTable;
import com.sessionanalyzer.schema.session.SessionCube;

/** All that is known in memory about one organization's session records. */
record SessionPart(CellColumns cells, Tallies tallies, Customers customers, FactTable facts) {

    static SessionPart empty() {
        return new SessionPart(
                new CellColumns(SessionCube.DIMENSIONS.size(), SessionCube.MEASURES.size()),
                new Tallies(),
                new Customers(),
                new FactTable(SessionFacts.SHAPE));
    }
}
