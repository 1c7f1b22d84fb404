package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.analytics.cube.Change;
import com.sessionanalyzer.analytics.cube.Contribution;
import com.sessionanalyzer.analytics.cube.Counts;
import com.sessionanalyzer.analytics.cube.CubeDomain;
import com.sessionanalyzer.analytics.cube.Place;
import com.sessionanalyzer.analytics.cube.Subjects;
import com.sessionanalyzer.analytics.cube.TallyName;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.SessionCube;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Session records as the cube sees them; dimensions and measures in the order of {@code SessionCube}. */
final class SessionCubeDomain implements CubeDomain<SessionRecord, Activity> {

    private final Customers customers = new Customers();

    @Override
    public String name() {
        return "session";
    }

    @Override
    public @Nullable SessionRecord read(byte[] key, byte @Nullable [] value) {
        SessionRecordKey recordKey = SessionRecordKey.decode(key);
        if (value == null) {
            return null;
        }
        SessionRecord session = SessionRecordCodec.decode(value);
        if (!session.key().equals(recordKey)) {
            throw new UnreadableEventException("the value belongs to another key than the record's");
        }
        return session;
    }

    @Override
    public Contribution contribution(SessionRecord session) {
        return new Contribution(
                new Place(
                        session.organization(),
                        session.localDay(),
                        List.of(session.region(), session.source(), session.destination())),
                counts(session));
    }

    @Override
    public Subjects<SessionRecord, Activity> subjects() {
        return customers;
    }

    /**
     * A record is counted by its channel: when a key begins to hold one, when it holds another version, and when it ends to.
     * A version of another channel ends the one and begins the other, so that what was recorded, less what was deleted, is
     * what is live, in each channel.
     */
    @Override
    public Set<TallyName> fates(Change<SessionRecord> change) {
        String before = channel(change.before());
        String after = channel(change.after());
        if (before != null && before.equals(after)) {
            return Set.of(new TallyName(SessionCube.CORRECTED, before));
        }
        Set<TallyName> fates = new HashSet<>();
        if (before != null) {
            fates.add(new TallyName(SessionCube.DELETED, before));
        }
        if (after != null) {
            fates.add(new TallyName(SessionCube.RECORDED, after));
        }
        return fates;
    }

    private static @Nullable String channel(@Nullable SessionRecord session) {
        return session == null ? null : session.channel().code();
    }

    private static Counts counts(SessionRecord session) {
        Integer minutes = session.minutes();
        return minutes == null
                ? Counts.of(1, session.sessions(), 0, 0)
                : Counts.of(1, session.sessions(), 1, minutes).observing(minutes);
    }
}
