package com.sessionanalyzer.schema.audit;

import com.sessionanalyzer.schema.topic.TopicLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The topic of what was changed by whom. */
public final class AuditTopic {

    /** All {@link AuditEntry audit entries}, in one partition, kept forever: their order is the order of the changes. */
    public static final String NAME = "audit-log";

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
}
