package com.sessionanalyzer.torture.simulation;

/** What the simulation can be made to do wrong, to show that it would find it. */
public enum Fault {
    NONE,

    /** The fold does not take away what is deleted. */
    DELETIONS_IGNORED,

    /** A crash keeps the state of the transaction that it aborted. */
    ABORTED_STATE_KEPT,

    /** A crash leaves what was emitted by the transaction that it aborted. */
    ABORTED_ENTRIES_KEPT,

    /** The rows do not look at revisions. */
    REVISIONS_IGNORED,

    /** The projection commits its offsets before its rows. */
    OFFSETS_BEFORE_ROWS
}
