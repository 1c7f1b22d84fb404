package com.sessionanalyzer.standalone.verify;

/** Two sides of one line of the books. */
record Equation(String left, long expected, String right, long found) {

    boolean holds() {
        return expected == found;
    }
}
