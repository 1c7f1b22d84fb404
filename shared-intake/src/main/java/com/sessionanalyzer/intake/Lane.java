package com.sessionanalyzer.intake;

/** The ways to the log, which do not wait for each other. */
public enum Lane {

    /** Somebody waits for the answer: small batches, committed at once. */
    POSTS,

    /** Large batches. */
    BULK,

    /** What comes out of a topic. */
    STREAM
}
