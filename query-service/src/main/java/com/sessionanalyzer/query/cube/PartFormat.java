package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;

/** How an organization's part is kept in a file. */
public interface PartFormat<P> {

    /** What is kept and in which order: another text whenever that changes, so that no other version reads it. */
    String version();

    void write(P part, StateOutput output) throws IOException;

    /** Reads what was written. */
    P read(StateInput input) throws IOException;
}
