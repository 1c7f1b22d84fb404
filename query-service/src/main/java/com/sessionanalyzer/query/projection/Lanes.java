package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import com.sessionanalyzer.schema.Position;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches of different partitions side by side, over a connection each: those of one partition always in the same lane, in
 * their order. What a lane could not write is told to the reader at its next step; until it has settled, nothing more is written.
 * To be used by one thread.
 */
final class Lanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    /** Batches of a lane that are being written or wait: polls hand out several of one partition before the next one's turn. */
    private static final int ROOM = 3;

    private final String topic;
    private final Batches batches;
    private final Consumer<Position> reached;
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<Integer, Integer> places = new HashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /**
     * Of a topic.
     *
     * @param reached hears what was written, after it is committed, in any order
     */
    Lanes(String topic, Batches batches, Consumer<Position> reached, int count) {
        this.topic = topic;
        this.batches = batches;
        this.reached = reached;
        for (int lane = 0; lane < count; lane++) {
            lanes.add(new Lane(topic + "-lane-" + lane));
        }
    }

    /**
     * Has a batch written, as soon as there is room for it.
     *
     * @throws SQLException what a batch met with, an earlier one or a part of this
     */
    void write(ConsumerRecords<byte[], byte[]> records, Map<Integer, OffsetMove> moves) throws SQLException {
        Map<Lane, Map<Integer, OffsetMove>> shares = new LinkedHashMap<>();
        moves.forEach((partition, move) ->
                shares.computeIfAbsent(lane(partition), lane -> new TreeMap<>()).put(partition, move));
        shares.forEach((lane, share) -> lane.add(
                share.keySet().stream()
                        .flatMap(partition -> records.records(new TopicPartition(topic, partition)).stream())
                        .toList(),
                share));
        requireWritten();
    }

    /** Each partition's for as long as this has not settled, so that those that are there are spread over all lanes. */
    private Lane lane(int partition) {
        return lanes.get(places.computeIfAbsent(partition, first -> places.size()) % lanes.size());
    }

    /** Whether all that was handed over is written. */
    boolean isIdle() {
        return lanes.stream().allMatch(Lane::isIdle);
    }

    /**
     * Tells what could not be written since it settled last.
     *
     * @throws SQLException what the first such batch met with
     */
    void requireWritten() throws SQLException {
        Exception failed = failure.get();
        if (failed instanceof SQLException refused) {
            throw refused;
        }
        if (failed instanceof RuntimeException broken) {
            throw broken;
        }
    }

    /** Waits for what is being written, and leaves the rest; afterwards the offsets in the database say what is there. */
    void settle() {
        Exception untold = failure.getAndUpdate(
                failed -> failed == null ? new SQLException("what was read of " + topic + " is left") : failed);
        lanes.forEach(Lane::awaitIdle);
        failure.set(null);
        places.clear();
        if (untold != null) {
            LOG.atDebug().addKeyValue("topic", topic).setCause(untold).log("left what was not written");
        }
    }

    /** Ends after what is being written. */
    @Override
    public void close() {
        settle();
        lanes.forEach(lane -> lane.thread.shutdown());
    }

    private void writeNow(List<ConsumerRecord<byte[], byte[]>> records, Map<Integer, OffsetMove> moves) {
        if (failure.get() != null) {
            return;
        }
        try {
            batches.write(records, moves);
            reached.accept(Positions.containedAfter(moves));
        } catch (SQLException | RuntimeException failed) {
            failure.compareAndSet(null, failed);
        } catch (Error broken) {
            failure.compareAndSet(null, new IllegalStateException("a lane of " + topic + " broke", broken));
            throw broken;
        }
    }

    /** One thread, which writes one batch after the other. */
    private final class Lane {

        private final ExecutorService thread;
        private final Semaphore room = new Semaphore(ROOM);

        private Lane(String name) {
            thread = Executors.newSingleThreadExecutor(task -> new Thread(task, name));
        }

        private void add(List<ConsumerRecord<byte[], byte[]>> records, Map<Integer, OffsetMove> moves) {
            room.acquireUninterruptibly();
            thread.execute(() -> {
                try {
                    writeNow(records, moves);
                } finally {
                    room.release();
                }
            });
        }

        private boolean isIdle() {
            return room.availablePermits() == ROOM;
        }

        private void awaitIdle() {
            room.acquireUninterruptibly(ROOM);
            room.release(ROOM);
        }
    }
}
