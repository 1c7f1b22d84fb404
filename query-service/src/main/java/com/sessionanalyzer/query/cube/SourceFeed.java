package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Joins the batches of the shards with the source records that they count: a batch is given out once the source was read
 * beyond its offset, with exactly the changes up to there. A partition that is far ahead of the numbers is not read on.
 */
final class SourceFeed<P> {

    /** So many records of a shard may wait for the numbers. */
    private static final int MOST_WAITING = 20_000;

    private final SourceTopic<P> topic;
    private final Consumer<byte[], byte[]> consumer;
    private final SourceBuffer<P> buffer = new SourceBuffer<>();
    private final Map<Integer, Deque<Batch<P>>> waiting = new HashMap<>();

    SourceFeed(SourceTopic<P> topic, Consumer<byte[], byte[]> consumer) {
        this.topic = topic;
        this.consumer = consumer;
    }

    boolean isOf(ConsumerRecord<byte[], byte[]> entry) {
        return entry.topic().equals(topic.name());
    }

    void add(ConsumerRecord<byte[], byte[]> entry) {
        Change<P> change = topic.reader().read(entry);
        if (change != null) {
            buffer.add(entry.offset(), change);
        }
    }

    /** The batches that can be told now, each with what it counts; those that came are told after those that wait. */
    List<Batch<P>> join(List<Batch<P>> batches) {
        batches.forEach(batch -> waiting.computeIfAbsent(batch.shard(), shard -> new ArrayDeque<>())
                .add(batch));
        List<Batch<P>> complete = new ArrayList<>();
        waiting.values().forEach(those -> {
            while (!those.isEmpty() && hasPassed(those.element())) {
                Batch<P> batch = those.remove();
                complete.add(batch.and(buffer.take(batch.shard(), batch.offset())));
            }
        });
        return complete;
    }

    /** Takes out what a state that has come so far must contain; answers how much that was. */
    long catchUp(CubeState<P> state) {
        long changes = 0;
        for (Map.Entry<Integer, Long> shard : state.offsets().entrySet()) {
            List<Change<P>> those = buffer.take(shard.getKey(), shard.getValue());
            those.forEach(state::apply);
            changes += those.size();
        }
        return changes;
    }

    /** Whether a state contains all records that its numbers count, as far as they are still there. */
    boolean hasCaughtUp(CubeState<P> state, Map<TopicPartition, Long> ends) {
        return state.offsets().entrySet().stream().allMatch(shard -> {
            TopicPartition partition = partition(shard.getKey());
            long position = consumer.position(partition);
            return position > shard.getValue()
                    || (position >= ends.getOrDefault(partition, 0L) && position >= end(partition));
        });
    }

    /** Reads on where the numbers need it, and stops where too much waits for them. */
    void pauseAndResume() {
        for (TopicPartition partition : consumer.assignment()) {
            if (partition.topic().equals(topic.name())) {
                boolean isFull = buffer.size(partition.partition()) >= MOST_WAITING;
                if (isFull && !isWaitedFor(partition.partition())) {
                    consumer.pause(List.of(partition));
                } else {
                    consumer.resume(List.of(partition));
                }
            }
        }
    }

    private long end(TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private boolean isWaitedFor(int shard) {
        return !waiting.getOrDefault(shard, new ArrayDeque<>()).isEmpty();
    }

    /** Whether the source was read beyond a batch, or to its end when that is before it. */
    private boolean hasPassed(Batch<P> batch) {
        TopicPartition partition = partition(batch.shard());
        long position = consumer.position(partition);
        return position > batch.offset() || position >= end(partition);
    }

    private TopicPartition partition(int shard) {
        return new TopicPartition(topic.name(), shard);
    }
}
