package com.sessionanalyzer.benchmarks.flink;

/** By how much a change moves one aggregate, named by its key in the outgoing topic. */
public final class Moved {

    public String aggregate = "";
    public long records;
    public long sessions;
    public long timed;
    public long minutes;

    public Moved() {}

    Moved(String aggregate, long records, long sessions, long timed, long minutes) {
        this.aggregate = aggregate;
        this.records = records;
        this.sessions = sessions;
        this.timed = timed;
        this.minutes = minutes;
    }
}
