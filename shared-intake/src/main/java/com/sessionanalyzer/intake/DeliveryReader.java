package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the table of deliveries up to its topic, on a thread of its own. */
final class DeliveryReader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LogReaders readers;
    private final DeliveryStore store;
    private final RecentDeliveries recent;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Runnable repair;
    private final Thread thread = new Thread(this, "intake-deliveries");

    DeliveryReader(LogReaders readers, DeliveryStore store, RecentDeliveries recent) {
        this.readers = readers;
        this.store = store;
        this.recent = recent;
        thread.setDaemon(true);
    }

    /**
     * Opens the table and waits until it has everything that was in the topic at the call.
     *
     * @throws IllegalStateException when that takes longer than it may
     */
    void start(Duration patience) {
        store.open(readers.cluster());
        thread.start();
        try {
            if (!caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the table of deliveries was not read within " + patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (isWanted()) {
            try (KafkaConsumer<byte[], byte[]> consumer = readers.consumer(IsolationLevel.READ_COMMITTED)) {
                repair();
                read(consumer);
            } catch (InvalidOffsetException foreign) {
                LOG.atWarn().setCause(foreign).log("The table of deliveries is not of this topic; it is read again");
                repair = store::empty;
            } catch (IllegalStateException unusable) {
                LOG.atError().setCause(unusable).log("The table of deliveries cannot be written; it is opened again");
                repair = repair == null ? store::reopen : repair;
                pause();
            } catch (KafkaException away) {
                LOG.atWarn().addKeyValue("cause", away.toString()).log("Deliveries cannot be read at the moment");
                pause();
            }
        }
    }

    private void repair() {
        Runnable needed = repair;
        if (needed != null) {
            needed.run();
            repair = null;
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = readers.partitions(consumer, IntakeLogTopics.DELIVERIES);
        Map<TopicPartition, Long> goals = readers.ends(partitions);
        consumer.assign(partitions);
        consumer.beginningOffsets(partitions)
                .forEach((partition, beginning) ->
                        consumer.seek(partition, store.position(partition.partition(), beginning)));
        Map<Integer, Long> known = Map.of();
        while (isWanted()) {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            Map<Integer, Long> positions = positions(consumer, partitions);
            if (!positions.equals(known)) {
                apply(polled, positions);
                known = positions;
            }
            if (goals.entrySet().stream().allMatch(goal -> consumer.position(goal.getKey()) >= goal.getValue())) {
                caughtUp.countDown();
            }
        }
    }

    private void apply(Iterable<ConsumerRecord<byte[], byte[]>> polled, Map<Integer, Long> positions) {
        store.apply(polled, positions);
        recent.forget(positions);
    }

    private static Map<Integer, Long> positions(
            KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        Map<Integer, Long> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition.partition(), consumer.position(partition)));
        return positions;
    }

    private boolean isWanted() {
        return ended.getCount() > 0;
    }

    private void pause() {
        try {
            if (ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            ended.countDown();
        }
    }

    void stop() {
        ended.countDown();
        try {
            thread.join(POLL.multipliedBy(10).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
