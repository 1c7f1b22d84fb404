package com.sessionanalyzer.intake;

/** The log that everything is committed to. */
public interface RecordLog {

    /**
     * Has the batch committed whole or, as readers of committed messages see it, not at all; batches of a lane that wait at
     * the same time share a transaction. The ticket's result fails with {@link LogUnavailableException}.
     */
    void submit(Lane lane, Ticket ticket);

    /** Why it takes nothing any more, whatever comes; empty while it does. */
    default String refusal() {
        return "";
    }
}
