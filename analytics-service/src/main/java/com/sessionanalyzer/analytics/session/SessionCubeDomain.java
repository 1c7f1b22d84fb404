package com.sessionanalyzer.analytics.session;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.analytics.cube.Change;
import com.sessionanalyzer.analytics.cube.Contribution;
import com.sessionanalyzer.analytics.cube.Counts;
import com.sessionanalyzer.analytics.cube.CubeDomain;
import com.sessionanalyzer.analytics.cube.Place;
import com.sessionanalyzer.analytics.cube.Subjects;
import com.sessionanalyzer.analytics.cube.TallyName;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.SessionCube;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Session records as the cube sees them; dimensions and measures in the order of {@code SessionCube}. */
final class SessionCubeDomain implements CubeDomain<SessionRecord, Activity> {

    private static final Map<String, Map<Channel, Set<TallyName>>> FATES =
            SessionCube.FATES.stream().collect(Collectors.toMap(Function.identity(), SessionCubeDomain::byChannel));

    private final Customers customers;

    SessionCubeDomain() {
        this(Subjects.MOST_PARTS);
    }

    /** With other than the usual most routes within a customer's entry. */
    SessionCubeDomain(int mostRoutes) {
        this.customers = new Customers(mostRoutes);
    }

    @Override
    public String name() {
        return "session";
    }

    @Override
    public @Nullable SessionRecord read(byte[] key, byte @Nullable [] value) {
        if (value == null) {
            SessionRecordKey.decode(key);
            return null;
        }
        SessionRecord session = SessionRecordCodec.decode(value);
        boolean isItsKey = SessionRecordKey.isKeyOf(
                session.organization(), session.customer().key(), session.id(), key);
        if (!isItsKey && !session.key().equals(SessionRecordKey.decode(key))) {
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
        Channel before = channel(change.before());
        Channel after = channel(change.after());
        if (before == null) {
            return fate(SessionCube.RECORDED, requireNonNull(after));
        }
        if (after == null) {
            return fate(SessionCube.DELETED, before);
        }
        return before == after
                ? fate(SessionCube.CORRECTED, before)
                : Set.of(
                        new TallyName(SessionCube.DELETED, before.code()),
                        new TallyName(SessionCube.RECORDED, after.code()));
    }

    private static Set<TallyName> fate(String name, Channel channel) {
        return requireNonNull(requireNonNull(FATES.get(name)).get(channel));
    }

    private static Map<Channel, Set<TallyName>> byChannel(String name) {
        Map<Channel, Set<TallyName>> fates = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            fates.put(channel, Set.of(new TallyName(name, channel.code())));
        }
        return fates;
    }

    private static @Nullable Channel channel(@Nullable SessionRecord session) {
        return session == null ? null : session.channel();
    }

    private static Counts counts(SessionRecord session) {
        Integer minutes = session.minutes();
        return minutes == null
                ? Counts.of(1, session.sessions(), 0, 0)
                : Counts.of(1, session.sessions(), 1, minutes).observing(minutes);
    }
}
