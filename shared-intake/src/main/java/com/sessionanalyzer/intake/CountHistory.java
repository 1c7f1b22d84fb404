package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the committed totals of all writers from the log. */
final class CountHistory {

    private static final Logger LOG = LoggerFactory.getLogger(CountHistory.class);
    private static final TopicPartition COUNTS = new TopicPartition(IntakeLogTopics.COUNTS, 0);
    private static final Duration POLL = Duration.ofMillis(100);

    private final LogReaders readers;

    CountHistory(LogReaders readers) {
        this.readers = readers;
    }

    /**
     * All totals, once every transaction that was open at the call has ended.
     *
     * @throws TimeoutException when Kafka does not show them in time
     */
    WrittenTotals read() {
        long deadline = System.nanoTime() + readers.timeout().toNanos();
        long end = Objects.requireNonNull(readers.ends(List.of(COUNTS)).get(COUNTS));
        Map<IntakeCountKey, IntakeCount> totals = new HashMap<>();
        Map<String, String> signatures = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = readers.consumer(IsolationLevel.READ_COMMITTED)) {
            consumer.assign(List.of(COUNTS));
            consumer.seekToBeginning(List.of(COUNTS));
            while (consumer.position(COUNTS) < end) {
                requireTime(deadline);
                for (ConsumerRecord<byte[], byte[]> total : consumer.poll(POLL)) {
                    take(total, totals, signatures);
                }
            }
        }
        return new WrittenTotals(totals, signatures);
    }

    /** What somebody else wrote into the topic is no total of any writer. */
    private static void take(
            ConsumerRecord<byte[], byte[]> total,
            Map<IntakeCountKey, IntakeCount> totals,
            Map<String, String> signatures) {
        try {
            IntakeCountKey key = IntakeCountKey.decode(total.key());
            if (total.value() == null) {
                totals.remove(key);
            } else {
                totals.put(key, IntakeCount.decode(total.value()));
                signatures.compute(key.writer(), (writer, before) -> Tenure.signature(total.headers()));
            }
        } catch (UnreadableEventException unreadable) {
            LOG.atError()
                    .addKeyValue("topic", total.topic())
                    .addKeyValue("partition", total.partition())
                    .addKeyValue("offset", total.offset())
                    .log("A total cannot be read, so it counts as none");
        }
    }

    private void requireTime(long deadline) {
        if (System.nanoTime() > deadline) {
            throw new TimeoutException("the counts could not be read within " + readers.timeout());
        }
    }
}
