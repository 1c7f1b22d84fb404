package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.projection.SimulatedTable;
import com.sessionanalyzer.query.projection.SimulatedTable.Trouble;
import com.sessionanalyzer.query.projection.SimulatedTable.Weakness;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/** The rows of session records, mapped as they really are. */
@NullMarked
public final class SimulatedRows {

    private SimulatedRows() {}

    public static SimulatedTable table(Supplier<Trouble> trouble, Weakness weakness) {
        return new SimulatedTable(new SessionRecordTable(), trouble, weakness);
    }
}
