package com.sessionanalyzer.intake;

import java.util.Locale;

/** What becomes of a record that comes in, or of one that is there. */
public enum Fate {
    RECORDED,

    /** Known already, and therefore without effect. */
    REPLAYED,
    REJECTED,

    /** It got a new version. */
    CORRECTED,
    DELETED,

    /** It left its key for another one, which its new version has; that is counted, this is not. */
    MOVED,

    /** A rejection got an end; it is not counted. */
    SETTLED;

    /** The name in counters, as in {@code recorded}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its message is one in the topic of records, and so in the position. */
    boolean isOfARecord() {
        return this == RECORDED || this == CORRECTED || this == DELETED || this == MOVED;
    }
}
