package com.sessionanalyzer.intake.session;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.intake.Entry;
import com.sessionanalyzer.intake.Fate;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes records and rejections, with their ids and messages, of what was read. Any thread may use it. */
public final class SessionBatches {

    private final int partitions;
    private final CustomerLinks links;

    /**
     * Batches for a log of so many partitions, whose customers are nobody else's.
     *
     * @param partitions of the topic of records
     */
    public SessionBatches(int partitions) {
        this(partitions, new CustomerLinks());
    }

    /**
     * Batches for a log of so many partitions.
     *
     * @param partitions of the topic of records
     * @param links      say whose records those of a customer are
     */
    public SessionBatches(int partitions, CustomerLinks links) {
        this.partitions = partitions;
        this.links = links;
    }

    /**
     * The batch of items of a delivery, whose ids are the same whenever it is made.
     *
     * @param sending    has a delivery
     * @param firstIndex of the first item in the delivery
     */
    public SessionBatch of(Sending sending, long firstIndex, List<Parsed> items) {
        UUID delivery = requireNonNull(sending.delivery(), "a delivery");
        return of(sending, items, index -> RecordIds.derived(delivery, firstIndex + index));
    }

    /**
     * The batch of items with these ids.
     *
     * @param ids by the index of an item, from 0
     */
    public SessionBatch of(Sending sending, List<Parsed> items, LongFunction<UUID> ids) {
        List<Outcome> outcomes = new ArrayList<>(items.size());
        List<Entry> entries = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Parsed item = items.get(i);
            if (item instanceof Parsed.Accepted accepted) {
                SessionRecord session = session(sending, ids.apply(i), accepted);
                outcomes.add(new Outcome.Recorded(accepted.line(), session, accepted.warnings()));
                entries.add(new Entry(Fate.RECORDED, message(session)));
            } else if (item instanceof Parsed.Rejected rejected) {
                outcomes.add(new Outcome.NotRecorded(rejected));
                entries.add(new Entry(Fate.REJECTED, message(rejection(sending, ids.apply(i), rejected))));
            }
        }
        return new SessionBatch(outcomes, entries);
    }

    private SessionRecord session(Sending sending, UUID id, Parsed.Accepted accepted) {
        SessionDraft draft = accepted.draft();
        Instant uploadedAt = draft.uploadedAt() == null ? sending.receivedAt() : draft.uploadedAt();
        return new SessionRecord(
                sending.organization().id(),
                id,
                links.of(sending.organization().id(), draft.customer()),
                draft.region(),
                draft.sessions(),
                draft.source(),
                draft.destination(),
                draft.minutes(),
                draft.observation(),
                draft.highlight(),
                uploadedAt,
                sending.receivedAt(),
                LocalDate.ofInstant(uploadedAt, sending.organization().zone()),
                sending.origin(accepted.line()),
                0);
    }

    private static SessionRejection rejection(Sending sending, UUID id, Parsed.Rejected rejected) {
        return new SessionRejection(
                sending.organization().id(),
                id,
                sending.receivedAt(),
                sending.origin(rejected.line()),
                rejected.format(),
                Flaw.encodable(kept(rejected.text())),
                rejected.violations(),
                null);
    }

    private static String kept(String text) {
        return text.substring(0, Math.min(text.length(), SessionTextParser.MAX_RECORD_LENGTH));
    }

    private ProducerRecord<byte[], byte[]> message(SessionRecord session) {
        byte[] customer = SessionRecordKey.customerPrefix(
                session.organization(), session.customer().key());
        return new ProducerRecord<>(
                SessionTopics.RECORDS,
                SessionRecordKey.partition(customer, partitions),
                session.createdAt().toEpochMilli(),
                SessionRecordKey.encode(customer, session.id()),
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
