package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.CellColumns;
import com.sessionanalyzer.query.cube.PartFormat;
import com.sessionanalyzer.query.cube.Tallies;
import com.sessionanalyzer.query.facts.FactTable;
import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.SessionCube;
import java.io.IOException;
import java.util.List;

/** Keeps the numbers of an organization's session records, columns as they are. */
final class SessionPartFormat implements PartFormat<SessionPart> {

    private static final int VERSION = 4;

    @Override
    public String version() {
        return "session " + VERSION + " " + SessionCube.DIMENSIONS + SessionCube.MEASURES + SessionFacts.SHAPE
                + List.of(HighlightType.values());
    }

    @Override
    public void write(SessionPart part, StateOutput output) throws IOException {
        part.cells().write(output);
        part.tallies().write(output);
        part.customers().write(output);
        part.facts().write(output);
    }

    @Override
    public SessionPart read(StateInput input) throws IOException {
        return new SessionPart(
                CellColumns.read(input, List.of(SessionPart.ROUTES)),
                Tallies.read(input),
                Customers.read(input),
                FactTable.read(input, SessionFacts.SHAPE));
    }
}
