package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.BatchBuilder;
import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.session.TotalsReader;
import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.audit.AuditTopic;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Writes changes into the log, with the entries that say who made them. */
final class ChangeLog {

    private static final Logger log = LoggerFactory.getLogger(ChangeLog.class);

    private final Intake intake;
    private final RecordIds ids;
    private final Clock clock;
    private final TotalsReader totals;
    private final ProjectionProgress rows;
    private final int partitions;
    private final Duration timeout;

    ChangeLog(
            Intake intake,
            RecordIds ids,
            Clock clock,
            TotalsReader totals,
            ProjectionProgress rows,
            int partitions,
            Duration timeout) {
        this.intake = intake;
        this.ids = ids;
        this.clock = clock;
        this.totals = totals;
        this.rows = rows;
        this.partitions = partitions;
        this.timeout = timeout;
    }

    /** Whether the totals contain all that the rows do, after waiting for it; to be asked before a turn, which must be short. */
    boolean isCounted(OrganizationId organization) {
        try {
            return totals.read(organization, rows.contained().records()).isPresent();
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database does not say how far it is");
            return false;
        }
    }

    /**
     * Begins to write a change down.
     *
     * @param counted whether the totals are those before the change
     */
    Noted note(
            OrganizationId organization,
            Actor actor,
            String action,
            String subject,
            Difference difference,
            boolean counted) {
        return new Noted(
                organization,
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                actor,
                action,
                subject,
                new TreeMap<>(),
                counted ? totals.newest(organization).orElse(null) : null,
                difference);
    }

    ProducerRecord<byte[], byte[]> version(Noted noted, SessionRecord record) {
        return message(noted, record.key(), SessionRecordCodec.encode(record));
    }

    ProducerRecord<byte[], byte[]> tombstone(Noted noted, SessionRecordKey key) {
        return message(noted, key, null);
    }

    /** Ends the record and all that is kept of its past, and of the past of its customer. */
    ProducerRecord<byte[], byte[]> erasure(Noted noted, SessionRecordKey key) {
        return AuditTopic.erasing(tombstone(noted, key));
    }

    /** Ends all that is kept of the past of a customer that has no record: a tombstone of a key that never was. */
    ProducerRecord<byte[], byte[]> erasureOfPast(Noted noted, String customerKey) {
        return erasure(noted, new SessionRecordKey(noted.organization(), customerKey, noted.id()));
    }

    ProducerRecord<byte[], byte[]> rejectionTombstone(Noted noted, UUID id) {
        byte[] key = SessionRejection.key(noted.organization(), id);
        return message(noted, SessionTopics.REJECTIONS, null, key, null);
    }

    private ProducerRecord<byte[], byte[]> message(Noted noted, SessionRecordKey key, byte @Nullable [] value) {
        return message(noted, SessionTopics.RECORDS, key.partition(partitions), key.encode(), value);
    }

    private static ProducerRecord<byte[], byte[]> message(
            Noted noted, String topic, @Nullable Integer partition, byte[] key, byte @Nullable [] value) {
        return AuditTopic.because(
                noted.id(), new ProducerRecord<>(topic, partition, noted.at().toEpochMilli(), key, value));
    }

    /**
     * Commits the batch, and answers where its records stand. When that is not known in time, the turn lasts until it is.
     */
    Position commit(Turn turn, BatchBuilder batch) {
        return turn.outcome(intake.post(batch.build()), timeout).position();
    }
}
