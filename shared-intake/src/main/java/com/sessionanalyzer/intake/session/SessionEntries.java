package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.Entry;
import com.sessionanalyzer.intake.Fate;
import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes what is committed of what was read: a record or a rejection. */
public final class SessionEntries {

    private final int partitions;

    /** Entries of topics with so many partitions. */
    public SessionEntries(int partitions) {
        this.partitions = partitions;
    }

    /**
     * The entry of an item.
     *
     * @param receivedAt whole milliseconds
     */
    public Entry of(Organization organization, UUID id, Origin origin, Instant receivedAt, Parsed parsed) {
        return parsed instanceof Parsed.Accepted accepted
                ? of(session(organization, id, origin, receivedAt, accepted.draft()))
                : rejected(organization, id, origin, receivedAt, (Parsed.Rejected) parsed);
    }

    Entry of(SessionRecord session) {
        return new Entry(Fate.RECORDED, message(session));
    }

    Entry rejected(Organization organization, UUID id, Origin origin, Instant receivedAt, Parsed.Rejected rejected) {
        return new Entry(Fate.REJECTED, message(rejection(organization, id, origin, receivedAt, rejected)));
    }

    SessionRecord session(Organization organization, UUID id, Origin origin, Instant receivedAt, SessionDraft draft) {
        Instant uploadedAt = draft.uploadedAt() == null ? receivedAt : draft.uploadedAt();
        return new SessionRecord(
                organization.id(),
                id,
                CustomerName.of(draft.customer()),
                draft.region(),
                draft.sessions(),
                draft.source(),
                draft.destination(),
                draft.minutes(),
                draft.observation(),
                draft.highlight(),
                uploadedAt,
                receivedAt,
                LocalDate.ofInstant(uploadedAt, organization.zone()),
                origin,
                0);
    }

    private static SessionRejection rejection(
            Organization organization, UUID id, Origin origin, Instant receivedAt, Parsed.Rejected rejected) {
        return new SessionRejection(
                organization.id(),
                id,
                receivedAt,
                origin,
                rejected.format(),
                Flaw.encodable(kept(rejected.text())),
                rejected.violations(),
                null);
    }

    private static String kept(String text) {
        return text.substring(0, Math.min(text.length(), SessionTextParser.MAX_RECORD_LENGTH));
    }

    private ProducerRecord<byte[], byte[]> message(SessionRecord session) {
        return new ProducerRecord<>(
                SessionTopics.RECORDS,
                session.key().partition(partitions),
                session.createdAt().toEpochMilli(),
                session.key().encode(),
                SessionRecordCodec.encode(session));
    }

    private static ProducerRecord<byte[], byte[]> message(SessionRejection rejection) {
        return new ProducerRecord<>(
                SessionTopics.REJECTIONS,
                null,
                rejection.receivedAt().toEpochMilli(),
                rejection.key(),
                SessionRejectionCodec.encode(rejection));
    }
}
