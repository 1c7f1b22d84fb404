package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.audit.AuditTopic;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a batch of records as changes of rows, in their order. A value that cannot be read counts as a tombstone, so nothing
 * stands in the table that is no longer in the topic; a key that cannot be read has no effect.
 */
final class RowReader {

    private static final Logger log = LoggerFactory.getLogger(RowReader.class);

    private final TableMapping mapping;
    private final LongAdder unreadable = new LongAdder();

    RowReader(TableMapping mapping) {
        this.mapping = mapping;
    }

    List<RowChange> read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<RowChange> changes = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> entry : records) {
            List<String> key = key(entry);
            if (key != null) {
                boolean ends = entry.value() == null;
                changes.add(new RowChange(
                        key,
                        row(entry),
                        ends ? Place.of(entry) : null,
                        Instant.ofEpochMilli(entry.timestamp()),
                        ends && AuditTopic.erases(entry.headers())));
            }
        }
        return changes;
    }

    /** Keys and values that could not be read since start. */
    long unreadable() {
        return unreadable.sum();
    }

    void refused(RowChange change, SQLException reason) {
        unreadable.increment();
        log.atError()
                .addKeyValue("topic", mapping.topic())
                .addKeyValue("organization", change.key().get(0))
                .addKeyValue("state", reason.getSQLState())
                .addKeyValue("unreadable", unreadable())
                .log("the database refused a row, so it is left out");
    }

    private @Nullable List<String> key(ConsumerRecord<byte[], byte[]> entry) {
        try {
            return mapping.key(entry.key() == null ? new byte[0] : entry.key());
        } catch (UnreadableEventException failed) {
            count(entry);
            return null;
        }
    }

    private @Nullable List<@Nullable String> row(ConsumerRecord<byte[], byte[]> entry) {
        try {
            return entry.value() == null ? null : mapping.row(entry.key(), entry.value(), Place.of(entry));
        } catch (UnreadableEventException failed) {
            count(entry);
            return null;
        }
    }

    private void count(ConsumerRecord<byte[], byte[]> entry) {
        unreadable.increment();
        log.atWarn()
                .addKeyValue("topic", entry.topic())
                .addKeyValue("partition", entry.partition())
                .addKeyValue("offset", entry.offset())
                .addKeyValue("unreadable", unreadable())
                .log("a record cannot be read, so it has no row");
    }
}
