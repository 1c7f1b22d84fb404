package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.Batch;
import com.sessionanalyzer.intake.Entry;
import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Publishes what was read from a post: each record as recorded or as rejected. */
public final class SessionIntake {

    private final Intake intake;
    private final RecordIds ids;
    private final SessionEntries entries;

    public SessionIntake(Intake intake, RecordIds ids, SessionEntries entries) {
        this.intake = intake;
        this.ids = ids;
        this.entries = entries;
    }

    /**
     * Publishes all records of a post or none.
     *
     * @param receivedAt whole milliseconds
     * @throws LogUnavailableException when nothing can be published now
     */
    public SessionReceipt accept(Organization organization, Channel channel, Instant receivedAt, List<Parsed> post) {
        Reading reading = read(organization, channel, receivedAt, post, null);
        Batch batch = Batch.of(
                organization.id(), SessionTopics.DOMAIN, channel.code(), post.size(), 0, reading.entries(), List.of());
        return new SessionReceipt(reading.outcomes(), intake.commit(batch).position());
    }

    /**
     * Publishes all records of a keyed post or none. Their ids follow from the key.
     *
     * @param ended is called when it is known whether they are in the log, which may be after this throws
     * @throws LogUnavailableException when the log did not confirm in time
     */
    public SessionReceipt accept(
            Organization organization, KeyedPost sent, Instant receivedAt, List<Parsed> post, Runnable ended) {
        UUID delivery = sent.key().id();
        Reading reading = read(organization, sent.channel(), receivedAt, post, delivery);
        Batch batch = Batch.of(
                organization.id(),
                SessionTopics.DOMAIN,
                sent.channel().code(),
                post.size(),
                0,
                reading.entries(),
                List.of(sent.note(receivedAt, post)));
        return new SessionReceipt(
                reading.outcomes(), intake.commit(batch, ended).position());
    }

    /**
     * What became of a keyed post when it was first sent; only counts it.
     *
     * @param post as it reads at the time of its first receipt
     * @throws LogUnavailableException when the log did not confirm in time
     */
    public SessionReceipt replay(Organization organization, KeyedPost sent, Delivery delivery, List<Parsed> post) {
        Reading reading = read(
                organization,
                sent.channel(),
                delivery.startedAt(),
                post,
                sent.key().id());
        intake.commit(Batch.of(
                organization.id(),
                SessionTopics.DOMAIN,
                sent.channel().code(),
                post.size(),
                post.size(),
                List.of(),
                List.of()));
        return new SessionReceipt(reading.outcomes(), delivery.position());
    }

    private Reading read(
            Organization organization,
            Channel channel,
            Instant receivedAt,
            List<Parsed> post,
            @Nullable UUID delivery) {
        Reading reading = new Reading(new ArrayList<>(post.size()), new ArrayList<>(post.size()));
        for (Parsed parsed : post) {
            UUID id = delivery == null
                    ? ids.next()
                    : RecordIds.derived(delivery, reading.outcomes().size());
            Origin origin = new Origin(channel, "", delivery, parsed.line(), null);
            if (parsed instanceof Parsed.Accepted accepted) {
                SessionRecord session = entries.session(organization, id, origin, receivedAt, accepted.draft());
                reading.outcomes().add(new Outcome.Recorded(accepted.line(), session, accepted.warnings()));
                reading.entries().add(entries.of(session));
            } else if (parsed instanceof Parsed.Rejected rejected) {
                reading.outcomes().add(new Outcome.NotRecorded(rejected));
                reading.entries().add(entries.rejected(organization, id, origin, receivedAt, rejected));
            }
        }
        return reading;
    }

    /** What becomes of each record of a post, and what is published for it. */
    private record Reading(List<Outcome> outcomes, List<Entry> entries) {}
}
