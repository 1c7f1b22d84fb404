package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.Batch;
import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.intake.Note;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.util.List;

/** Publishes what was read from a post: each record as recorded or as rejected. */
public final class SessionIntake {

    private final Intake intake;
    private final RecordIds ids;
    private final SessionBatches batches;

    public SessionIntake(Intake intake, RecordIds ids, SessionBatches batches) {
        this.intake = intake;
        this.ids = ids;
        this.batches = batches;
    }

    /**
     * Publishes all records of a post or none.
     *
     * @param receivedAt whole milliseconds
     * @throws LogUnavailableException when nothing can be published now
     */
    public SessionReceipt accept(Organization organization, Channel channel, Instant receivedAt, List<Parsed> post) {
        SessionBatch read =
                batches.of(new Sending(organization, channel, "", null, receivedAt), post, index -> ids.next());
        Batch batch = batch(organization, channel, read, List.of());
        return new SessionReceipt(read.outcomes(), intake.commit(batch).position());
    }

    /**
     * Publishes all records of a keyed post or none. Their ids follow from the key.
     *
     * @param ended is called when it is known whether they are in the log, which may be after this throws
     * @throws LogUnavailableException when the log did not confirm in time
     */
    public SessionReceipt accept(
            Organization organization, KeyedPost sent, Instant receivedAt, List<Parsed> post, Runnable ended) {
        SessionBatch read = batches.of(sending(organization, sent, receivedAt), 0, post);
        Batch batch = batch(organization, sent.channel(), read, List.of(sent.note(receivedAt, post)));
        return new SessionReceipt(read.outcomes(), intake.commit(batch, ended).position());
    }

    /**
     * What became of a keyed post when it was first sent; only counts it.
     *
     * @param post as it reads at the time of its first receipt
     * @throws LogUnavailableException when the log did not confirm in time
     */
    public SessionReceipt replay(Organization organization, KeyedPost sent, Delivery delivery, List<Parsed> post) {
        SessionBatch read = batches.of(sending(organization, sent, delivery.startedAt()), 0, post);
        intake.commit(Batch.of(
                organization.id(),
                SessionTopics.DOMAIN,
                sent.channel().code(),
                post.size(),
                post.size(),
                List.of(),
                List.of()));
        return new SessionReceipt(read.outcomes(), delivery.position());
    }

    private static Sending sending(Organization organization, KeyedPost sent, Instant receivedAt) {
        return new Sending(organization, sent.channel(), "", sent.key().id(), receivedAt);
    }

    private static Batch batch(Organization organization, Channel channel, SessionBatch read, List<Note> notes) {
        return Batch.of(
                organization.id(),
                SessionTopics.DOMAIN,
                channel.code(),
                read.entries().size(),
                0,
                read.entries(),
                notes);
    }
}
