package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.schema.Position;
import java.time.Instant;

/**
 * How far back the history goes.
 *
 * @param since    what the log said at any time from then on is known
 * @param readAt   all that was logged before then had been read
 * @param position up to where that was
 */
record Reach(Instant since, Instant readAt, Position position) {

    /** The same, kept for no longer than since then. */
    Reach noLongerThan(Instant earliest) {
        return earliest.isAfter(since) ? new Reach(earliest, readAt, position) : this;
    }

    /**
     * The reach once everything that was logged before now has been read, of a log that keeps every version since then.
     * What was logged after the last time that everything had been read, but before that, may have gone unread.
     */
    Reach read(Instant now, Instant keptSince, Position end) {
        return new Reach(readAt.isBefore(keptSince) && since.isBefore(keptSince) ? keptSince : since, now, end);
    }
}
