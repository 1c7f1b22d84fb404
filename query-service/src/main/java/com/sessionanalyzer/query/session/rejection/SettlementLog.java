package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.Batch;
import com.sessionanalyzer.intake.BatchBuilder;
import com.sessionanalyzer.intake.Committed;
import com.sessionanalyzer.intake.Fate;
import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.Note;
import com.sessionanalyzer.intake.Place;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.audit.AuditEntry;
import com.sessionanalyzer.schema.audit.AuditTopic;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.session.Settlement;
import com.sessionanalyzer.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes settlements: rejections with their end, the records they became, and who did it, all or nothing. */
final class SettlementLog {

    private static final String DESK = Channel.DESK.code();

    private final Intake intake;
    private final RecordIds ids;
    private final Clock clock;
    private final int partitions;
    private final Duration timeout;

    SettlementLog(Intake intake, RecordIds ids, Clock clock, int partitions, Duration timeout) {
        this.intake = intake;
        this.ids = ids;
        this.clock = clock;
        this.partitions = partitions;
        this.timeout = timeout;
    }

    /**
     * Where something was written.
     *
     * @param records    contains the records
     * @param rejections contains the rejections, in their own topic
     */
    record Written(Position records, Position rejections) {}

    /** Settles rejections by their records; not empty, and all of one organization. */
    Written resubmit(Turn turn, List<Resubmission> resubmissions, Actor actor, Map<String, String> facts) {
        Instant now = now();
        BatchBuilder batch = Batch.of(resubmissions.get(0).rejection().organization(), SessionTopics.DOMAIN)
                .received(DESK, resubmissions.size());
        for (Resubmission each : resubmissions) {
            Settlement end = new Settlement(
                    Settlement.Kind.RESUBMITTED,
                    now,
                    actor.name(),
                    "",
                    each.session().id());
            batch.entry(DESK, Fate.RECORDED, message(each.session(), now));
            batch.entry(DESK, Fate.SETTLED, message(each.rejection().settled(end), now));
        }
        List<SessionRejection> settled =
                resubmissions.stream().map(Resubmission::rejection).toList();
        return written(
                turn,
                batch.note(audit("rejection.resubmitted", settled, actor, now, facts))
                        .build());
    }

    /** Settles rejections by a reason; not empty, and all of one organization. */
    Written dismiss(Turn turn, List<SessionRejection> rejections, Actor actor, String reason) {
        Instant now = now();
        BatchBuilder batch =
                Batch.of(rejections.get(0).organization(), SessionTopics.DOMAIN).received(DESK, 0);
        for (SessionRejection each : rejections) {
            Settlement end = new Settlement(Settlement.Kind.DISMISSED, now, actor.name(), reason, null);
            batch.entry(DESK, Fate.SETTLED, message(each.settled(end), now));
        }
        return written(
                turn,
                batch.note(audit("rejection.dismissed", rejections, actor, now, Map.of()))
                        .build());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Written written(Turn turn, Batch batch) {
        Committed committed = turn.outcome(intake.post(batch), timeout);
        Position rejections = Position.BEGINNING;
        for (int entry = 0; entry < batch.entries().size(); entry++) {
            if (batch.entries().get(entry).fate() == Fate.SETTLED) {
                Place place = committed.place(entry);
                rejections = rejections.and(place.partition(), place.offset());
            }
        }
        return new Written(committed.position(), rejections);
    }

    private ProducerRecord<byte[], byte[]> message(SessionRecord session, Instant now) {
        return new ProducerRecord<>(
                SessionTopics.RECORDS,
                session.key().partition(partitions),
                now.toEpochMilli(),
                session.key().encode(),
                SessionRecordCodec.encode(session));
    }

    private static ProducerRecord<byte[], byte[]> message(SessionRejection rejection, Instant now) {
        return new ProducerRecord<>(
                SessionTopics.REJECTIONS,
                null,
                now.toEpochMilli(),
                rejection.key(),
                SessionRejectionCodec.encode(rejection));
    }

    private Note audit(
            String action, List<SessionRejection> settled, Actor actor, Instant now, Map<String, String> facts) {
        SortedMap<String, String> known = new TreeMap<>(facts);
        SortedMap<String, Long> moved = new TreeMap<>(Map.of("rejections_settled", (long) settled.size()));
        SessionRejection first = settled.get(0);
        AuditEntry entry = new AuditEntry(
                first.organization(),
                ids.next(),
                now,
                actor.name(),
                SessionTopics.DOMAIN,
                action,
                settled.size() == 1 ? first.id().toString() : first.id() + " and " + (settled.size() - 1) + " more",
                known,
                new TreeMap<>(Map.of("rejections_settled", 0L)),
                moved);
        return Note.of(AuditTopic.message(entry));
    }
}
