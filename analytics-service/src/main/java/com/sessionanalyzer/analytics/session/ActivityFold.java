package com.sessionanalyzer.analytics.session;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.analytics.cube.Change;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer's activity after one change: sums are subtracted and added, milestones are looked up when they left. */
final class ActivityFold {

    private final @Nullable Activity activity;
    private final @Nullable SessionRecord before;
    private final @Nullable SessionRecord after;
    private long records;
    private long sessions;
    private long minutes;

    ActivityFold(@Nullable Activity activity, Change<SessionRecord> change) {
        this.activity = activity;
        this.before = change.before();
        this.after = change.after();
        this.records = activity == null ? 0 : activity.records();
        this.sessions = activity == null ? 0 : activity.sessions();
        this.minutes = activity == null ? 0 : activity.minutes();
    }

    /** The activity after the change, or null when no record is left. */
    @Nullable
    Activity result(Supplier<Stream<SessionRecord>> live) {
        count(before, -1);
        count(after, 1);
        return records == 0 ? null : activity(milestones(live));
    }

    private void count(@Nullable SessionRecord session, int sign) {
        if (session != null) {
            records += sign;
            sessions += (long) sign * session.sessions();
            minutes += session.minutes() == null ? 0 : (long) sign * session.minutes();
        }
    }

    private Milestones milestones(Supplier<Stream<SessionRecord>> live) {
        if (activity == null) {
            return Milestones.of(requireNonNull(after));
        }
        Milestones known = Milestones.of(activity, customerKey());
        if (before != null && known.restOn(before, after)) {
            return rescan(live);
        }
        return after == null ? known : known.and(Milestones.of(after));
    }

    private String customerKey() {
        return requireNonNull(after == null ? before : after).customer().key();
    }

    private static Milestones rescan(Supplier<Stream<SessionRecord>> live) {
        try (Stream<SessionRecord> records = live.get()) {
            return records.map(Milestones::of).reduce(Milestones::and).orElseThrow();
        }
    }

    private Activity activity(Milestones milestones) {
        return new Activity(
                milestones.displayName(),
                records,
                sessions,
                minutes,
                milestones.first(),
                milestones.last(),
                milestones.firstCreated(),
                milestones.firstId(),
                null);
    }
}
