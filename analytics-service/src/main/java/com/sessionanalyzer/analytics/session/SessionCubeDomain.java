package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.analytics.cube.Contribution;
import com.sessionanalyzer.analytics.cube.Counts;
import com.sessionanalyzer.analytics.cube.CubeDomain;
import com.sessionanalyzer.analytics.cube.Place;
import com.sessionanalyzer.analytics.cube.Subjects;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import java.util.List;
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

    private static Counts counts(SessionRecord session) {
        Integer minutes = session.minutes();
        return minutes == null
                ? Counts.of(1, session.sessions(), 0, 0)
                : Counts.of(1, session.sessions(), 1, minutes).observing(minutes);
    }
}
