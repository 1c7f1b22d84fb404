package com.sessionanalyzer.query.projection;

import java.sql.SQLException;

/** Tells data that a database will never take from a database that cannot take anything now. */
final class Refusal {

    private Refusal() {}

    /** Whether it is about the data (SQLSTATE classes 22 and 23, and 54 for values beyond a limit). */
    static boolean of(SQLException exception) {
        String state = exception.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }
}
