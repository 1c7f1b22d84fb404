package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.Entry;
import com.sessionanalyzer.intake.Fate;
import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.intake.Place;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes what was read from a post: each record as recorded or as rejected. */
public final class SessionIntake {

    private final Intake intake;
    private final RecordIds ids;
    private final int partitions;

    public SessionIntake(Intake intake, RecordIds ids, int partitions) {
        this.intake = intake;
        this.ids = ids;
        this.partitions = partitions;
    }

    /**
     * Publishes all records of a post or none.
     *
     * @param receivedAt whole milliseconds
     * @throws LogUnavailableException when nothing can be published now
     */
    public SessionReceipt accept(Organization organization, Channel channel, Instant receivedAt, List<Parsed> post) {
        List<Outcome> outcomes = new ArrayList<>(post.size());
        List<Entry> entries = new ArrayList<>(post.size());
        for (Parsed parsed : post) {
            if (parsed instanceof Parsed.Accepted accepted) {
                SessionRecord session = session(organization, channel, receivedAt, accepted.line(), accepted.draft());
                outcomes.add(new Outcome.Recorded(accepted.line(), session, accepted.warnings()));
                entries.add(new Entry(Fate.RECORDED, channel.code(), message(session)));
            } else if (parsed instanceof Parsed.Rejected rejected) {
                SessionRejection rejection = rejection(organization, channel, receivedAt, rejected);
                outcomes.add(new Outcome.NotRecorded(rejected));
                entries.add(new Entry(Fate.REJECTED, channel.code(), message(rejection)));
            }
        }
        return new SessionReceipt(outcomes, position(entries, intake.accept(entries)));
    }

    private SessionRecord session(
            Organization organization, Channel channel, Instant receivedAt, int line, SessionDraft draft) {
        Instant uploadedAt = draft.uploadedAt() == null ? receivedAt : draft.uploadedAt();
        return new SessionRecord(
                organization.id(),
                ids.next(),
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
                new Origin(channel, "", null, line, null),
                0);
    }

    private SessionRejection rejection(
            Organization organization, Channel channel, Instant receivedAt, Parsed.Rejected rejected) {
        return new SessionRejection(
                organization.id(),
                ids.next(),
                receivedAt,
                new Origin(channel, "", null, rejected.line(), null),
                rejected.line() == 0 ? RecordFormat.JSON : RecordFormat.TEXT,
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

    private static Position position(List<Entry> entries, List<Place> places) {
        Position position = Position.BEGINNING;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).fate() == Fate.RECORDED) {
                position = position.and(places.get(i).partition(), places.get(i).offset());
            }
        }
        return position;
    }
}
