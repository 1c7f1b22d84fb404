package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.Deliveries;
import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.intake.ParseTimes;
import com.sessionanalyzer.intake.items.UnreadableContentException;
import com.sessionanalyzer.intake.session.SessionBatches;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.security.Organization;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles messages in their order, as many in a transaction as it may hold. */
final class SubmissionSettling {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionSettling.class);

    private final Intake intake;
    private final Deliveries deliveries;
    private final SessionBatches batches;
    private final Organization organization;
    private final SubmissionReader reader;
    private final ParseTimes times;
    private final long batchBytes;
    private final Clock clock;

    SubmissionSettling(
            Intake intake,
            Deliveries deliveries,
            SessionBatches batches,
            Organization organization,
            SubmissionReader reader,
            ParseTimes times,
            long batchBytes,
            Clock clock) {
        this.intake = intake;
        this.deliveries = deliveries;
        this.batches = batches;
        this.organization = organization;
        this.reader = reader;
        this.times = times;
        this.batchBytes = batchBytes;
        this.clock = clock;
    }

    /**
     * Settles all messages; those before a failure stay settled.
     *
     * @throws LogUnavailableException when the log does not take them now
     */
    void settle(Iterable<ConsumerRecord<byte[], byte[]>> messages, SubmissionIds ids, ConsumerGroupMetadata group)
            throws InterruptedException {
        List<ConsumerRecord<byte[], byte[]>> together = new ArrayList<>();
        SubmissionBatch batch = batch(ids);
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            together.add(message);
            add(batch, message);
            if (batch.bytes() >= batchBytes) {
                commit(batch, together, ids, group);
                together.clear();
                batch = batch(ids);
            }
        }
        if (!batch.isEmpty()) {
            commit(batch, together, ids, group);
        }
    }

    private SubmissionBatch batch(SubmissionIds ids) {
        return new SubmissionBatch(organization, batches, ids, deliveries, now());
    }

    private void add(SubmissionBatch batch, ConsumerRecord<byte[], byte[]> message) {
        if (batch.isSettled(message)) {
            batch.skip(message);
        } else {
            Instant receivedAt = receivedAt(message);
            Terms terms = new Terms(organization.zone(), receivedAt);
            batch.add(message, times.time(Channel.STREAM.code(), () -> reader.read(message, terms)), receivedAt);
        }
    }

    /** The message's own time, unless that is to come. */
    private Instant receivedAt(ConsumerRecord<byte[], byte[]> message) {
        Instant now = now();
        Instant said = Instant.ofEpochMilli(Math.max(0, message.timestamp()));
        return message.timestamp() < 0 || said.isAfter(now) ? now : said;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void commit(
            SubmissionBatch batch,
            List<ConsumerRecord<byte[], byte[]>> messages,
            SubmissionIds ids,
            ConsumerGroupMetadata group)
            throws InterruptedException {
        try {
            intake.stream().submit(batch.build(group)).get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LogUnavailableException unavailable) {
                throw new LogUnavailableException("submissions could not be settled", unavailable);
            }
            isolate(messages, ids, group, failed);
        }
    }

    /** One of these can never be written; it is rejected whole, and the others are not to suffer from it. */
    private void isolate(
            List<ConsumerRecord<byte[], byte[]>> messages,
            SubmissionIds ids,
            ConsumerGroupMetadata group,
            ExecutionException reason)
            throws InterruptedException {
        if (messages.size() > 1) {
            for (ConsumerRecord<byte[], byte[]> message : List.copyOf(messages)) {
                settle(List.of(message), ids, group);
            }
            return;
        }
        ConsumerRecord<byte[], byte[]> message = messages.get(0);
        LOG.atWarn()
                .addKeyValue("topic", message.topic())
                .addKeyValue("partition", message.partition())
                .addKeyValue("offset", message.offset())
                .setCause(reason)
                .log("A submission cannot be stored as records; it is rejected");
        SubmissionBatch batch = batch(ids);
        batch.add(
                message,
                reader.refused(
                        message, new UnreadableContentException(0, "not-storable", "The records cannot be stored")),
                receivedAt(message));
        try {
            intake.stream().submit(batch.build(group)).get();
        } catch (ExecutionException failed) {
            throw new LogUnavailableException("a rejected submission could not be settled", failed);
        }
    }
}
