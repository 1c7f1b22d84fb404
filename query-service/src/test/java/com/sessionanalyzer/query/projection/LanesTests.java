package com.sessionanalyzer.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTests {

    private static final String TOPIC = "lanes";

    private final SortedMap<Integer, Long> reached = Collections.synchronizedSortedMap(new TreeMap<>());
    private final Database database = new Database();
    private final Lanes lanes = new Lanes(TOPIC, database, position -> reached.putAll(position.offsets()), 2);

    @AfterEach
    void close() {
        database.release();
        lanes.close();
    }

    @Test
    void writesPartitionsOfDifferentLanesAtTheSameTime() throws Exception {
        database.meeting = new CyclicBarrier(2);

        lanes.write(records(0, 1, 2, 3), Map.of(0, move(0, 10), 1, move(0, 11), 2, move(0, 12), 3, move(0, 13)));
        finish();

        assertThat(database.offsets).containsExactlyInAnyOrderEntriesOf(Map.of(0, 10L, 1, 11L, 2, 12L, 3, 13L));
        assertThat(reached).containsExactlyInAnyOrderEntriesOf(Map.of(0, 9L, 1, 10L, 2, 11L, 3, 12L));
        assertThat(database.records).containsEntry(0, 1).containsEntry(3, 1);
    }

    @Test
    void writesThoseOfAPartitionOneAfterTheOther() throws Exception {
        for (int batch = 0; batch < 50; batch++) {
            lanes.write(records(1), Map.of(1, move(batch, batch + 1)));
        }
        finish();

        assertThat(database.offsets).containsExactly(Map.entry(1, 50L));
        assertThat(lanes.isIdle()).isTrue();
    }

    @Test
    void writesNothingMoreAfterAFailureUntilItHasSettled() throws Exception {
        database.failing = 0;
        database.gate = new CountDownLatch(1);
        lanes.write(records(0), Map.of(0, move(0, 5)));
        database.release();
        await().untilAsserted(() -> assertThatThrownBy(lanes::requireWritten)
                .isInstanceOf(SQLException.class)
                .hasMessage("away"));

        assertThatThrownBy(() -> lanes.write(records(1), Map.of(1, move(0, 5)))).hasMessage("away");
        await().until(lanes::isIdle);
        assertThat(database.offsets).isEmpty();

        database.failing = null;
        lanes.settle();
        lanes.write(records(1), Map.of(1, move(0, 5)));
        finish();
        assertThat(database.offsets).containsExactly(Map.entry(1, 5L));
    }

    @Test
    void settlesAfterWhatIsBeingWrittenAndLeavesTheRest() throws Exception {
        database.gate = new CountDownLatch(1);
        lanes.write(records(0), Map.of(0, move(0, 5)));
        lanes.write(records(0), Map.of(0, move(5, 7)));
        await().until(() -> database.writing);

        Thread settling = new Thread(lanes::settle);
        settling.start();
        await().untilAsserted(() -> assertThatThrownBy(lanes::requireWritten).hasMessageContaining("is left"));
        database.release();
        settling.join();

        assertThat(database.offsets).containsExactly(Map.entry(0, 5L));
        assertThat(lanes.isIdle()).isTrue();
    }

    @Test
    void spreadsThePartitionsThatAreThereOverAllLanes() throws Exception {
        database.meeting = new CyclicBarrier(2);

        lanes.write(records(0, 4), Map.of(0, move(0, 10), 4, move(0, 11)));
        finish();

        assertThat(database.offsets).containsExactlyInAnyOrderEntriesOf(Map.of(0, 10L, 4, 11L));
    }

    @Test
    void tellsWhatBrokeALane() throws Exception {
        database.gate = new CountDownLatch(1);
        database.broken = true;
        lanes.write(records(0), Map.of(0, move(0, 5)));
        database.release();

        await().untilAsserted(
                        () -> assertThatThrownBy(lanes::requireWritten).isInstanceOf(IllegalStateException.class));
    }

    private void finish() throws SQLException {
        await().until(lanes::isIdle);
        lanes.requireWritten();
    }

    private static ConsumerRecords<byte[], byte[]> records(int... partitions) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records =
                new TreeMap<>((one, other) -> Integer.compare(one.partition(), other.partition()));
        for (int partition : partitions) {
            records.put(
                    new TopicPartition(TOPIC, partition),
                    List.of(new ConsumerRecord<>(TOPIC, partition, 0, new byte[0], new byte[0])));
        }
        return new ConsumerRecords<>(records, Map.of());
    }

    private static OffsetMove move(long from, long to) {
        return new OffsetMove(from, to, to - 1, Instant.EPOCH);
    }

    /** Takes a batch when it goes on where its partitions are. */
    private static final class Database implements Batches {

        private final Map<Integer, Long> offsets = Collections.synchronizedMap(new TreeMap<>());
        private final Map<Integer, Integer> records = Collections.synchronizedMap(new TreeMap<>());
        private volatile @Nullable CyclicBarrier meeting;
        private volatile @Nullable CountDownLatch gate;
        private volatile @Nullable Integer failing;
        private volatile boolean broken;
        private volatile boolean writing;

        private void release() {
            CountDownLatch closed = gate;
            if (closed != null) {
                closed.countDown();
            }
        }

        @Override
        public SortedMap<Integer, Long> begin(List<Integer> partitions) {
            return stored();
        }

        @Override
        public SortedMap<Integer, Long> stored() {
            return new TreeMap<>(offsets);
        }

        @Override
        public void write(Iterable<ConsumerRecord<byte[], byte[]>> batch, Map<Integer, OffsetMove> moves)
                throws SQLException {
            writing = true;
            waitForOthers();
            if (broken) {
                throw new IllegalStateException("a fault of the program");
            }
            for (Map.Entry<Integer, OffsetMove> move : moves.entrySet()) {
                if (move.getKey().equals(failing)) {
                    throw new SQLException("away");
                }
                assertThat(offsets.getOrDefault(move.getKey(), 0L))
                        .isEqualTo(move.getValue().from());
                offsets.put(move.getKey(), move.getValue().to());
            }
            batch.forEach(record -> records.merge(record.partition(), 1, Integer::sum));
        }

        private void waitForOthers() throws SQLException {
            try {
                CountDownLatch closed = gate;
                if (closed != null) {
                    closed.await();
                }
                CyclicBarrier all = meeting;
                if (all != null) {
                    all.await(1, TimeUnit.MINUTES);
                }
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new SQLException("alone", alone);
            }
        }
    }
}
