package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.schema.audit.AuditTopic;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where a record stands in its topic.
 *
 * @param at     its timestamp
 * @param change the audit entry of the change that wrote it; null when nobody changed anything, or it is not known
 */
public record Place(
        int partition, long offset, Instant at, @Nullable UUID change) {

    static Place of(ConsumerRecord<?, ?> entry) {
        return new Place(
                entry.partition(),
                entry.offset(),
                Instant.ofEpochMilli(entry.timestamp()),
                AuditTopic.change(entry.headers()));
    }

    /** As values of four columns. */
    public List<@Nullable String> columns() {
        return Arrays.asList(
                Integer.toString(partition),
                Long.toString(offset),
                at.toString(),
                change == null ? null : change.toString());
    }
}
