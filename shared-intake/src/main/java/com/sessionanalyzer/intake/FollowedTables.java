package com.sessionanalyzer.intake;

/** Makes readers of small tables that stand in topics of the log. */
public final class FollowedTables {

    private final LogReaders readers;

    FollowedTables(LogReaders readers) {
        this.readers = readers;
    }

    /** A reader of a topic of one partition, which has not begun. */
    public FollowedTable follow(String topic, FollowedTable.Reader reader) {
        return new FollowedTable(readers, topic, reader);
    }
}
