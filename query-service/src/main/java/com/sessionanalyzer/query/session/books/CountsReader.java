package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the writers' counts and the dead letters from their beginning, whenever somebody wants to know. */
final class CountsReader {

    private static final Logger log = LoggerFactory.getLogger(CountsReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    static final String DOMAIN = "session";

    private final Consumer<byte[], byte[]> consumer;
    private final TopicOffsets offsets;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<IntakeCountKey, IntakeCount> totals = new HashMap<>();
    private long deadLetters;

    CountsReader(Consumer<byte[], byte[]> consumer, TopicOffsets offsets) {
        this.consumer = consumer;
        this.offsets = offsets;
        for (String topic : List.of(IntakeLogTopics.COUNTS, SessionTopics.DEAD_LETTERS)) {
            consumer.partitionsFor(topic)
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * The totals of everything that is committed now, and of everything that was about to be: transactions that are open
     * now are waited for.
     *
     * @return null when one stays open for longer than that
     */
    @Nullable
    CountTotals read(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<TopicPartition, Long> ends = offsets.ends(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            if (System.nanoTime() > deadline) {
                return null;
            }
            consumer.poll(POLL).forEach(this::take);
        }
        return new CountTotals(totals);
    }

    /** Records set aside because they cannot be read. */
    long deadLetters() {
        return deadLetters;
    }

    private void take(ConsumerRecord<byte[], byte[]> entry) {
        if (!entry.topic().equals(IntakeLogTopics.COUNTS)) {
            deadLetters++;
            return;
        }
        try {
            count(IntakeCountKey.decode(entry.key()), entry.value());
        } catch (UnreadableEventException foreign) {
            log.atError()
                    .addKeyValue("topic", entry.topic())
                    .addKeyValue("partition", entry.partition())
                    .addKeyValue("offset", entry.offset())
                    .log("a total cannot be read, so it counts as none");
        }
    }

    private void count(IntakeCountKey key, byte @Nullable [] value) {
        if (!key.domain().equals(DOMAIN)) {
            return;
        }
        if (value == null) {
            totals.remove(key);
        } else {
            totals.put(key, IntakeCount.decode(value));
        }
    }
}
