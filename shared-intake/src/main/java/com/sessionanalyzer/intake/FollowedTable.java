package com.sessionanalyzer.intake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a small table of one partition from its beginning, and goes on reading it, on a thread of its own. */
public final class FollowedTable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedTable.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LogReaders readers;
    private final TopicPartition partition;
    private final Reader reader;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private long reached = -1;

    FollowedTable(LogReaders readers, String topic, Reader reader) {
        this.readers = readers;
        this.partition = new TopicPartition(topic, 0);
        this.reader = reader;
        this.thread = new Thread(this::run, topic + "-reader");
        thread.setDaemon(true);
    }

    /** Takes the entries of the table, one after the other. */
    @FunctionalInterface
    public interface Reader {

        /** Sets the value of a key; null when it has none any more. */
        void take(byte[] key, byte @Nullable [] value);
    }

    /**
     * Begins to read, and waits until everything that was in the topic at the call is taken.
     *
     * @throws IllegalStateException when that takes longer than the start may
     */
    public void start() {
        thread.start();
        if (!catchUp(readers.timeout())) {
            throw new IllegalStateException(
                    "the topic " + partition.topic() + " was not read within " + readers.timeout());
        }
    }

    /**
     * Waits until everything that is in the topic now is taken, open transactions included once they have ended.
     *
     * @return whether it is
     * @throws KafkaException when Kafka does not say where the topic ends
     */
    public boolean catchUp(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Long end = readers.ends(List.of(partition)).get(partition);
        return end != null && await(end, deadline);
    }

    private synchronized boolean await(long end, long deadline) {
        while (reached < end) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private synchronized void reach(long position) {
        reached = position;
        notifyAll();
    }

    private void run() {
        while (isWanted()) {
            try (KafkaConsumer<byte[], byte[]> consumer = readers.consumer(IsolationLevel.READ_COMMITTED)) {
                follow(consumer);
            } catch (KafkaException away) {
                LOG.atWarn()
                        .addKeyValue("topic", partition.topic())
                        .addKeyValue("cause", away.toString())
                        .log("A table cannot be read at the moment");
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (isWanted()) {
            for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                reader.take(entry.key(), entry.value());
            }
            reach(consumer.position(partition));
        }
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

    /** Reads no more. */
    public void stop() {
        ended.countDown();
        try {
            thread.join(POLL.multipliedBy(10).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
