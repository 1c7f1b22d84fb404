package com.sessionanalyzer.schema.audit;

import com.sessionanalyzer.schema.topic.TopicLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The topic of what was changed by whom. */
public final class AuditTopic {

    /** All {@link AuditEntry audit entries}, in one partition, kept forever: their order is the order of the changes. */
    public static final String NAME = "audit-log";

    private static final String CHANGE_HEADER = "change";
    private static final String ERASES_HEADER = "erases";
    private static final int MAX_BYTES = 1 << 20;

    private AuditTopic() {}

    public static List<NewTopic> all() {
        return List.of(TopicLayout.log(NAME, 1, MAX_BYTES));
    }

    /** The message that writes the entry down; it belongs into the transaction that makes the change. */
    public static ProducerRecord<byte[], byte[]> message(AuditEntry entry) {
        return new ProducerRecord<>(
                NAME,
                null,
                entry.at().toEpochMilli(),
                entry.organization().value().getBytes(StandardCharsets.UTF_8),
                entry.encode());
    }

    /** Says on a message of a change, of whichever topic, which entry tells about it. */
    public static ProducerRecord<byte[], byte[]> because(UUID entry, ProducerRecord<byte[], byte[]> message) {
        message.headers().add(CHANGE_HEADER, entry.toString().getBytes(StandardCharsets.UTF_8));
        return message;
    }

    /** Says on a tombstone that it takes the past of what it ends, too: nobody may keep what its key once said. */
    public static ProducerRecord<byte[], byte[]> erasing(ProducerRecord<byte[], byte[]> tombstone) {
        tombstone.headers().add(ERASES_HEADER, new byte[] {1});
        return tombstone;
    }

    public static boolean erases(Headers headers) {
        return headers.lastHeader(ERASES_HEADER) != null;
    }

    /** The entry that tells about the change a message is of; null when it does not say. */
    public static @Nullable UUID change(Headers headers) {
        Header header = headers.lastHeader(CHANGE_HEADER);
        try {
            return header == null || header.value() == null
                    ? null
                    : UUID.fromString(new String(header.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
