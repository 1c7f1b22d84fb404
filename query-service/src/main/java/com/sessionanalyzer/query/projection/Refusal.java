package com.sessionanalyzer.query.projection;

import java.sql.SQLException;

/** Tells data that a database will never take from a database that cannot take anything now. */
final class Refusal {

    private static final String UNIQUE_VIOLATION = "23505";

    private Refusal() {}

    /** Whether a row of this key is there already. */
    static boolean ofDuplicate(SQLException exception) {
        return UNIQUE_VIOLATION.equals(exception.getSQLState());
    }

    /** Whether it is about the data (SQLSTATE classes 22 and 23, and 54 for values beyond a limit). */
    static boolean of(SQLException exception) {
        String state = exception.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }
}
