package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a customer cannot be subtracted: the extremes of event time, and the record that was created first and gives the
 * name that is displayed. A record with the customer's own name goes before all of those that were merged into it.
 */
record Milestones(Instant first, Instant last, Instant firstCreated, UUID firstId, CustomerName name) {

    private static final Comparator<Milestones> CREATION =
            Comparator.comparing(Milestones::firstCreated).thenComparing(Milestones::firstId);

    static Milestones of(SessionRecord session) {
        return new Milestones(
                session.uploadedAt(), session.uploadedAt(), session.createdAt(), session.id(), session.customer());
    }

    static Milestones of(Activity activity, String customerKey) {
        return new Milestones(
                activity.first(),
                activity.last(),
                activity.firstCreated(),
                activity.firstId(),
                new CustomerName(activity.displayName(), customerKey));
    }

    Milestones and(Milestones other) {
        Milestones namesake = isNamedBefore(other) ? this : other;
        return new Milestones(
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last,
                namesake.firstCreated,
                namesake.firstId,
                namesake.name);
    }

    private boolean isNamedBefore(Milestones other) {
        boolean isOwn = name.isOwn();
        return isOwn == other.name.isOwn() ? CREATION.compare(this, other) <= 0 : isOwn;
    }

    String displayName() {
        return name.spelling();
    }

    /** Whether these may be others once a record is gone, or has become another one that does not say them all again. */
    boolean restOn(SessionRecord gone, @Nullable SessionRecord instead) {
        boolean isNamesake = firstId.equals(gone.id()) && !isNamedAs(gone, instead);
        boolean isFirst = first.equals(gone.uploadedAt())
                && (instead == null || instead.uploadedAt().isAfter(first));
        boolean isLast = last.equals(gone.uploadedAt())
                && (instead == null || instead.uploadedAt().isBefore(last));
        return isNamesake || isFirst || isLast;
    }

    private static boolean isNamedAs(SessionRecord gone, @Nullable SessionRecord instead) {
        return instead != null
                && instead.id().equals(gone.id())
                && instead.createdAt().equals(gone.createdAt())
                && instead.customer().equals(gone.customer());
    }
}
