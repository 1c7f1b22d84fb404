package com.sessionanalyzer.intake;

import static java.util.stream.Collectors.toMap;

import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The totals of one writer as they are committed; changes become totals only with their transaction. */
final class WriterCounts {

    private final String writer;
    private final Map<IntakeCountKey, IntakeCount> committed = new ConcurrentHashMap<>();

    WriterCounts(String writer) {
        this.writer = writer;
    }

    String writer() {
        return writer;
    }

    /** Starts from what the log has. */
    void restore(Map<IntakeCountKey, IntakeCount> totals) {
        committed.clear();
        totals.forEach((key, total) -> {
            if (key.writer().equals(writer)) {
                committed.put(key, total);
            }
        });
    }

    /**
     * The totals that these batches lead to. Each is later than the one before by a millisecond at least, so that two
     * transactions never write the same.
     */
    Map<IntakeCountKey, IntakeCount> with(List<Batch> batches, Instant now) {
        Map<IntakeCountKey, IntakeCount> totals = new HashMap<>();
        for (Batch batch : batches) {
            batch.counts().forEach((channel, count) -> {
                IntakeCountKey key = new IntakeCountKey(batch.organization(), batch.domain(), channel, writer);
                IntakeCount total = totals.computeIfAbsent(key, first -> next(first, now));
                totals.put(key, total.plus(count));
            });
        }
        return totals;
    }

    private IntakeCount next(IntakeCountKey key, Instant now) {
        IntakeCount last = committed.getOrDefault(key, IntakeCount.NONE);
        Instant later = last.asOf().plusMillis(1);
        return last.plus(new IntakeCount(0, 0, 0, 0, 0, 0, now.isAfter(later) ? now : later));
    }

    /** A total that says the same as before, only later; none when there is no total yet. */
    Map<IntakeCountKey, IntakeCount> again(Instant now) {
        return committed.keySet().stream().limit(1).collect(toMap(key -> key, key -> next(key, now)));
    }

    /** Takes over what a transaction has committed. */
    void commit(Map<IntakeCountKey, IntakeCount> totals) {
        committed.putAll(totals);
    }

    /** Whether the log has just these totals, of which there is one at least. */
    static boolean isIn(Map<IntakeCountKey, IntakeCount> log, Map<IntakeCountKey, IntakeCount> totals) {
        return totals.entrySet().stream().allMatch(total -> total.getValue().equals(log.get(total.getKey())));
    }

    static ProducerRecord<byte[], byte[]> message(IntakeCountKey key, IntakeCount total) {
        return new ProducerRecord<>(
                IntakeLogTopics.COUNTS, null, total.asOf().toEpochMilli(), key.encode(), total.encode());
    }
}
