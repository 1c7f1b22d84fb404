package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.Batch;
import com.sessionanalyzer.intake.BatchBuilder;
import com.sessionanalyzer.intake.Deliveries;
import com.sessionanalyzer.intake.DeliveryNote;
import com.sessionanalyzer.intake.Entry;
import com.sessionanalyzer.intake.Progress;
import com.sessionanalyzer.intake.session.Sending;
import com.sessionanalyzer.intake.session.SessionBatches;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What is committed of some messages: their records, how far their loads and their partitions have come, and the consumer's
 * offsets. A message that a partition is past already is left out, whatever the consumer's offsets say.
 */
final class SubmissionBatch {

    private static final String CHANNEL = Channel.STREAM.code();

    private final Organization organization;
    private final SessionBatches batches;
    private final SubmissionIds ids;
    private final Deliveries deliveries;
    private final BatchBuilder batch;
    private final Map<DeliveryKey, DeliveryTally> tallies = new LinkedHashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private final Instant settledAt;
    private long bytes;

    SubmissionBatch(
            Organization organization,
            SessionBatches batches,
            SubmissionIds ids,
            Deliveries deliveries,
            Instant settledAt) {
        this.organization = organization;
        this.batches = batches;
        this.ids = ids;
        this.deliveries = deliveries;
        this.settledAt = settledAt;
        this.batch = Batch.of(organization.id(), SessionTopics.DOMAIN).received(CHANNEL, 0);
    }

    /** Whether the message was settled before. */
    boolean isSettled(ConsumerRecord<byte[], byte[]> message) {
        Delivery partition = deliveries.find(partition(message));
        return partition != null && message.offset() < partition.lines();
    }

    /** Leaves out a message that was settled before. */
    void skip(ConsumerRecord<byte[], byte[]> message) {
        offsets.put(
                new TopicPartition(message.topic(), message.partition()), new OffsetAndMetadata(message.offset() + 1));
    }

    void add(ConsumerRecord<byte[], byte[]> message, Submission submission, Instant receivedAt) {
        skip(message);
        batch.received(CHANNEL, submission.items().size()).entries(CHANNEL, entries(message, submission, receivedAt));
        bytes += submission.bytes();
        DeliveryTally partition = tally(partition(message), message.topic(), "", receivedAt);
        partition.add(submission, receivedAt);
        partition.linesAre(message.offset() + 1);
        if (submission.headers().delivery() != null) {
            DeliveryTally load = tally(
                    load(message, submission.headers()),
                    submission.headers().name(),
                    submission.headers().format().contentType(),
                    receivedAt);
            load.add(submission, receivedAt);
            load.addLines(submission.lines());
        }
    }

    private List<Entry> entries(ConsumerRecord<byte[], byte[]> message, Submission submission, Instant receivedAt) {
        Sending sending = new Sending(
                organization, Channel.STREAM, "", submission.headers().delivery(), receivedAt);
        return batches.of(sending, submission.items(), index -> ids.of(message, Math.toIntExact(index)))
                .entries();
    }

    private DeliveryTally tally(DeliveryKey key, String name, String contentType, Instant at) {
        return tallies.computeIfAbsent(key, first -> {
            Delivery before = deliveries.find(first);
            return new DeliveryTally(before == null ? DeliveryTally.begun(name, contentType, at) : before, settledAt);
        });
    }

    private DeliveryKey partition(ConsumerRecord<byte[], byte[]> message) {
        return new DeliveryKey(
                organization.id(),
                SessionTopics.DOMAIN,
                DeliveryKind.STREAM,
                ids.stream(message.topic()),
                Integer.toString(message.partition()));
    }

    private DeliveryKey load(ConsumerRecord<byte[], byte[]> message, SubmissionHeaders headers) {
        return new DeliveryKey(
                organization.id(),
                SessionTopics.DOMAIN,
                DeliveryKind.IMPORT,
                Objects.requireNonNull(headers.delivery()),
                Integer.toString(message.partition()));
    }

    /** Bytes of the contents added. */
    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return offsets.isEmpty();
    }

    Batch build(ConsumerGroupMetadata group) {
        tallies.forEach((key, tally) -> batch.note(new DeliveryNote(key, tally::settled)));
        return batch.progress(new Progress(offsets, group)).build();
    }
}
