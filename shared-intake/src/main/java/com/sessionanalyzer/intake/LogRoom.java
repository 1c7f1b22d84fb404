package com.sessionanalyzer.intake;

/** Knows whether there is room for more where the log is kept. */
@FunctionalInterface
public interface LogRoom {

    boolean hasRoom();

    /** Of a log that is kept elsewhere, and says for itself when it takes no more. */
    static LogRoom elsewhere() {
        return () -> true;
    }
}
