package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * What of a customer cannot be subtracted: the extremes of event time, and the record that was created first and gives the
 * name that is displayed.
 */
record Milestones(Instant first, Instant last, Instant firstCreated, UUID firstId, String displayName) {

    private static final Comparator<Milestones> CREATION =
            Comparator.comparing(Milestones::firstCreated).thenComparing(Milestones::firstId);

    static Milestones of(SessionRecord session) {
        return new Milestones(
                session.uploadedAt(),
                session.uploadedAt(),
                session.createdAt(),
                session.id(),
                session.customer().spelling());
    }

    static Milestones of(Activity activity) {
        return new Milestones(
                activity.first(), activity.last(), activity.firstCreated(), activity.firstId(), activity.displayName());
    }

    Milestones and(Milestones other) {
        Milestones older = CREATION.compare(this, other) <= 0 ? this : other;
        return new Milestones(
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last,
                older.firstCreated,
                older.firstId,
                older.displayName);
    }

    /** Whether these would be others without this record. */
    boolean restOn(SessionRecord session) {
        return firstId.equals(session.id()) || first.equals(session.uploadedAt()) || last.equals(session.uploadedAt());
    }
}
