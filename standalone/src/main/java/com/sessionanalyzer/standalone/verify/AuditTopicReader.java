package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.audit.AuditEntry;
import com.sessionanalyzer.schema.audit.AuditTopic;
import com.sessionanalyzer.standalone.verify.AuditChainCheck.LoggedEntry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of audit entries from its start. */
final class AuditTopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TopicPartition PARTITION = new TopicPartition(AuditTopic.NAME, 0);

    private final KafkaConsumer<byte[], byte[]> consumer;

    AuditTopicReader(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(PARTITION));
    }

    /** Where everything committed until now ends. */
    long end() {
        return consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
    }

    /**
     * All entries before the offset, and perhaps some after it; what cannot be read stands in no chain.
     *
     * @throws CannotCompareException when the topic cannot be read to there
     */
    List<LoggedEntry> read(long end) {
        List<LoggedEntry> entries = new ArrayList<>();
        consumer.seekToBeginning(List.of(PARTITION));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(PARTITION) < end) {
            if (System.nanoTime() - deadline > 0) {
                throw new CannotCompareException(
                        "The topic " + AuditTopic.NAME + " cannot be read to offset " + end + ".");
            }
            consumer.poll(POLL).forEach(entry -> add(entries, entry));
        }
        return entries;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static void add(List<LoggedEntry> entries, ConsumerRecord<byte[], byte[]> entry) {
        try {
            AuditEntry read = AuditEntry.decode(entry.value() == null ? new byte[0] : entry.value());
            entries.add(new LoggedEntry(read.organization(), entry.offset(), ByteBuffer.wrap(entry.value())));
        } catch (UnreadableEventException unreadable) {
            // the service leaves it out of every chain too
        }
    }
}
